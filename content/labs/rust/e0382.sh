# needs: rustc

setup:borrow-it() {
	cat > main.rs <<-'END'
	fn greet(name: String) {
	    println!("Hello, {name}");
	}

	fn main() {
	    let name = String::from("Ada");
	    greet(name);
	    greet(name);
	}
	END
}

setup:iterate-by-reference() {
	cat > main.rs <<-'END'
	fn main() {
	    let numbers = vec![1, 2, 3];
	    for number in numbers {
	        println!("{number}");
	    }
	    println!("{}", numbers.len());
	}
	END
}

setup:match-by-reference() {
	cat > main.rs <<-'END'
	fn main() {
	    let option = Some(String::from("Ada"));
	    if let Some(text) = option {
	        println!("{text}");
	    }
	    println!("{option:?}");
	}
	END
}

setup:clone-it() {
	cat > main.rs <<-'END'
	use std::thread;

	fn main() {
	    let name = String::from("Ada");
	    let worker = thread::spawn(move || println!("{name}"));
	    worker.join().unwrap();
	    println!("{name}");
	}
	END
}

setup:derive-copy() {
	cat > main.rs <<-'END'
	struct Point {
	    x: i32,
	    y: i32,
	}

	fn main() {
	    let start = Point { x: 1, y: 2 };
	    let end = start;
	    println!("{} {}", start.x, end.y);
	}
	END
}

provoke() {
	rustc main.rs && ./main
}

fix:borrow-it() {
	sed -i 's/name: String/name: \&String/; s/greet(name);/greet(\&name);/' main.rs
}

fix:iterate-by-reference() {
	sed -i 's/for number in numbers/for number in \&numbers/' main.rs
}

fix:match-by-reference() {
	sed -i 's/= option {/= \&option {/' main.rs
}

fix:clone-it() {
	sed -i 's/^    let worker/    let thread_name = name.clone();\n&/; s/println!("{name}"));/println!("{thread_name}"));/' main.rs
}

fix:derive-copy() {
	sed -i '1i #[derive(Clone, Copy)]' main.rs
}
