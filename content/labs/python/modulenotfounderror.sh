# needs: python3 >= 3.6, python3-venv

# A package to install, in a folder that pip takes for its index.
setup() {
	mkdir -p wheels ~/.config/pip
	python3 - <<-'END'
		from zipfile import ZipFile
		info = "greeting-1.0.dist-info"
		with ZipFile("wheels/greeting-1.0-py3-none-any.whl", "w") as wheel:
		    wheel.writestr("greeting.py", "text = 'hello'\n")
		    wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n")
		    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
		    wheel.writestr(f"{info}/RECORD", "")
	END
	printf '[global]\nno-index = true\nfind-links = %s\n' "$PWD/wheels" >~/.config/pip/pip.conf
	printf 'import greeting\nprint(greeting.text)\n' >app.py
}

setup:use-the-environment() {
	python3 -m venv --without-pip .venv
	echo "text = 'hello'" >"$(.venv/bin/python -c 'import site; print(site.getsitepackages()[0])')/greeting.py"
}

setup:run-as-module() {
	mkdir shop tools
	echo 'total = 3' >shop/cart.py
	printf 'from shop.cart import total\nprint(total)\n' >tools/report.py
}

setup:rename-the-file() {
	printf 'from email.message import EmailMessage\nprint(EmailMessage())\n' >app.py
	touch email.py
}

provoke() {
	python3 app.py
}

provoke:run-as-module() {
	python3 tools/report.py
}

check:the-package-is-installed-for-another-python() {
	python3 -c "import sys; print(sys.prefix != sys.base_prefix)"
}

check:the-module-is-your-own-and-the-program-starts-in-a-subfolder() {
	python3 -c "import shop.cart"
}

check:a-file-or-folder-of-yours-hides-the-package() {
	python3 -c "import importlib.util as u; print(u.find_spec('email').origin)"
}

fix:install-it() {
	python3 -m venv .venv
	.venv/bin/python -m pip install greeting
}

retry:install-it() {
	.venv/bin/python app.py
}

retry:use-the-environment() {
	.venv/bin/python app.py
}

retry:run-as-module() {
	python3 -m tools.report
}

fix:rename-the-file() {
	mv email.py addresses.py
}
