# needs: python3 >= 3.6, python3-venv, python3-pip
# proves: use-the-environment for the-package-is-installed-for-another-python
# proves: run-as-module, install-it, install-the-right-name, rename-the-file
# instead use-the-environment: 1 prints hello
# instead run-as-module: 2 prints total 3
# instead install-it: 3

# A package to install, in a folder that pip takes for its index.
setup() {
	mkdir -p ~/shop ~/bin ~/wheels ~/.config/pip
	cd ~/shop
	python3 - <<-'END'
		from os.path import expanduser
		from zipfile import ZipFile
		info = "hello_tools-1.0.dist-info"
		with ZipFile(expanduser("~/wheels/hello_tools-1.0-py3-none-any.whl"), "w") as wheel:
		    wheel.writestr("greeting.py", "text = 'hello'\n")
		    wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: hello-tools\nVersion: 1.0\n")
		    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
		    wheel.writestr(f"{info}/RECORD", "")
	END
	printf '[global]\nno-index = true\nfind-links = %s\n' ~/wheels >~/.config/pip/pip.conf
	printf 'import greeting\nprint(greeting.text)\n' >app.py
}

provoke() { python3 app.py; }
values() { package=hello-tools module=greeting; }

setup:use-the-environment() {
	python3 -m venv .venv
	.venv/bin/pip install -q hello-tools
	ln -s ~/shop/.venv/bin/pip ~/bin/pip
	export PATH=~/bin:$PATH
}

setup:run-as-module() {
	mkdir shop tools
	echo 'total = 3' >shop/cart.py
	printf 'from shop.cart import total\nprint("total", total)\n' >tools/report.py
}
provoke:run-as-module() { python3 tools/report.py; }
values:run-as-module() { module=shop.cart; }

setup:install-the-right-name() {
	python3 -m venv ~/.venv
	export PATH=~/.venv/bin:$PATH
}

setup:rename-the-file() {
	package=$(python3 -m site --user-site)/requests
	mkdir -p "$package"
	touch "$package/__init__.py" "$package/sessions.py" requests.py
	echo 'import requests.sessions' >app.py
}
values:rename-the-file() { module=requests; }
