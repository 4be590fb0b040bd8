# needs: rustc

setup:remove-semicolon() {
	cat > main.rs <<-'END'
	fn add(a: i32, b: i32) -> i32 {
	    a + b;
	}

	fn main() {
	    println!("{}", add(1, 2));
	}
	END
}

setup:convert-text() {
	cat > main.rs <<-'END'
	fn greet(name: String) {
	    println!("Hello, {name}");
	}

	fn main() {
	    greet("Ada");
	}
	END
}

setup:convert-number() {
	cat > main.rs <<-'END'
	fn main() {
	    let numbers = vec![1, 2, 3];
	    let wanted: u32 = numbers.len();
	    println!("{wanted}");
	}
	END
}

setup:unwrap-value() {
	cat > main.rs <<-'END'
	fn main() {
	    let port: u16 = "8080".parse::<u16>();
	    println!("{port}");
	}
	END
}

setup:same-type() {
	cat > main.rs <<-'END'
	fn main() {
	    let count = 3;
	    let label = if count > 0 { count.to_string() } else { "none" };
	    println!("{label}");
	}
	END
}

provoke() {
	rustc --edition 2021 main.rs && ./main
}

fix:remove-semicolon() {
	sed -i 's/a + b;/a + b/' main.rs
}

fix:convert-text() {
	sed -i 's/"Ada"/"Ada".to_string()/' main.rs
}

fix:convert-number() {
	sed -i 's/numbers.len()/numbers.len().try_into().unwrap()/' main.rs
}

fix:unwrap-value() {
	cat > main.rs <<-'END'
	use std::num::ParseIntError;

	fn main() -> Result<(), ParseIntError> {
	    let port: u16 = "8080".parse::<u16>()?;
	    println!("{port}");
	    Ok(())
	}
	END
}

fix:same-type() {
	sed -i 's/"none"/"none".to_string()/' main.rs
}
