# needs: php-cli

setup() {
	mkdir conf.d
}

setup:load-the-file() {
	cat > functions.php <<-'END'
	<?php
	function greet(string $name): string
	{
	    return "Hello, $name";
	}
	END
	cat > main.php <<-'END'
	<?php
	echo greet('Ada'), "\n";
	END
}

setup:import-function() {
	cat > text.php <<-'END'
	<?php
	namespace App\Text;

	function greet(string $name): string
	{
	    return "Hello, $name";
	}
	END
	cat > main.php <<-'END'
	<?php
	namespace App;
	require_once __DIR__ . '/text.php';
	echo greet('Ada'), "\n";
	END
}

setup:call-on-object() {
	cat > main.php <<-'END'
	<?php
	class Shop
	{
	    private function price(): int
	    {
	        return 3;
	    }

	    public function total(): int
	    {
	        return 2 * price();
	    }
	}

	echo (new Shop())->total(), "\n";
	END
}

setup:replace-function() {
	cat > main.php <<-'END'
	<?php
	$prices = ['pear' => 3];
	while (list($name, $price) = each($prices)) {
	    echo "$name $price\n";
	}
	END
}

setup:enable-extension() {
	cat > main.php <<-'END'
	<?php
	var_dump(ctype_digit('42'));
	END
}

provoke() {
	PHP_INI_SCAN_DIR=conf.d php main.php
}

check:the-extension-that-brings-the-function-is-not-loaded() {
	! PHP_INI_SCAN_DIR=conf.d php --ri ctype
}

check:the-file-is-not-loaded-or-the-name-is-misspelt() {
	grep -rniE 'function\s+&?greet' --include='*.php' .
}

fix:load-the-file() {
	sed -i "2i require_once __DIR__ . '/functions.php';" main.php
}

fix:import-function() {
	sed -i '2a use function App\\Text\\greet;' main.php
}

fix:call-on-object() {
	sed -i 's/2 \* price()/2 * $this->price()/' main.php
}

fix:replace-function() {
	sed -i 's/while (list(.*/foreach ($prices as $name => $price) {/' main.php
}

fix:enable-extension() {
	echo 'extension=ctype' > conf.d/20-ctype.ini
}
