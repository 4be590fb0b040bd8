# needs: javac >= 17, java >= 17

setup:guard-it() {
	cat > Main.java <<-'END'
	public class Main {
	    static String answer;

	    public static void main(String[] arguments) {
	        System.out.println(answer.equals("yes"));
	    }
	}
	END
}

setup:use-a-default() {
	cat > Main.java <<-'END'
	import java.util.Map;

	public class Main {
	    static Map<String, Integer> stock = Map.of("pear", 3);

	    public static void main(String[] arguments) {
	        int apples = stock.get("apple");
	        System.out.println(apples);
	    }
	}
	END
}

setup:give-it-a-value() {
	cat > Main.java <<-'END'
	public class Main {
	    static class User {
	        private String name;

	        User(String name) {
	        }
	    }

	    public static void main(String[] arguments) {
	        System.out.println(new User("Ada").name.length());
	    }
	}
	END
}

setup:fill-the-array() {
	cat > Main.java <<-'END'
	import java.util.Arrays;

	public class Main {
	    public static void main(String[] arguments) {
	        String[] words = new String[3];
	        System.out.println(words[0].length());
	    }
	}
	END
}

provoke() {
	javac -g Main.java && java Main
}

fix:guard-it() {
	sed -i 's/answer.equals("yes")/"yes".equals(answer)/' Main.java
}

fix:use-a-default() {
	sed -i 's/stock.get("apple")/stock.getOrDefault("apple", 0)/' Main.java
}

fix:give-it-a-value() {
	sed -i 's/private String name/private final String name/; s/User(String name) {/&\n            this.name = name;/' Main.java
}

fix:fill-the-array() {
	sed -i 's/new String\[3\];/&\n        Arrays.fill(words, "");/' Main.java
}
