# needs: javac >= 17, java >= 17

# The classes of a JDK 21 are made with the one at hand: byte 7 of the header is the version, 65 for Java 21.

setup:enable-preview() {
	cat > Main.java <<-'END'
	public class Main {
	    public static void main(String[] arguments) {
	        Object value = "Hello";
	        System.out.println(switch (value) {
	            case String text -> text;
	            default -> "?";
	        });
	    }
	}
	END
	javac --enable-preview --release 17 Main.java
}

setup:compile-for-this-java() {
	cat > Main.java <<-'END'
	public class Main {
	    public static void main(String[] arguments) {
	        System.out.println("Hello");
	    }
	}
	END
	javac Main.java
	printf '\x41' | dd of=Main.class bs=1 seek=7 conv=notrunc status=none
}

setup:older-library() {
	cat > Greeter.java <<-'END'
	public class Greeter {
	    public static String hello() {
	        return "Hello";
	    }
	}
	END
	cat > Main.java <<-'END'
	public class Main {
	    public static void main(String[] arguments) {
	        System.out.println(Greeter.hello());
	    }
	}
	END
	javac Main.java Greeter.java
	jar --create --file greeter-1.0.jar Greeter.class
	mkdir lib old
	printf '\x41' | dd of=Greeter.class bs=1 seek=7 conv=notrunc status=none
	jar --create --file lib/greeter-2.0.jar Greeter.class
	rm Greeter.class Greeter.java
}

provoke() {
	java -cp '.:lib/*' Main
}

check:the-classes-were-built-for-a-newer-java-than-the-target-has() {
	javap -v Main | grep 'major version'
}

retry:enable-preview() {
	java --enable-preview Main
}

fix:enable-preview() {
	javac --enable-preview --release 17 Main.java
}

fix:compile-for-this-java() {
	javac --release 17 Main.java
}

fix:older-library() {
	mv lib/greeter-2.0.jar old/
	cp greeter-1.0.jar lib/
}
