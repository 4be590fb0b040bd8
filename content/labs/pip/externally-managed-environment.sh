# needs: python3-pip, python3-venv

# pip gets a package from a folder, since a lab has no network.
setup() {
	mkdir packages
	python3 - <<-'END'
	import zipfile
	with zipfile.ZipFile('packages/hello-1.0-py3-none-any.whl', 'w') as wheel:
	    wheel.writestr('hello.py', "print('Hello')\n")
	    wheel.writestr('hello-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\nName: hello\nVersion: 1.0\n')
	    wheel.writestr('hello-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n')
	    wheel.writestr('hello-1.0.dist-info/RECORD', 'hello.py,,\nhello-1.0.dist-info/METADATA,,\nhello-1.0.dist-info/WHEEL,,\nhello-1.0.dist-info/RECORD,,\n')
	END
	pip config set global.no-index true
	pip config set global.find-links "$PWD/packages"
	pip config set global.disable-pip-version-check true
	echo 'import hello' > app.py
}

setup:call-its-python() {
	python3 -m venv --without-pip .venv
}

setup:recreate-environment() {
	mkdir old
	mv app.py old
	python3 -m venv old/.venv
	old/.venv/bin/python -m pip install hello
	mv old new
}

provoke() {
	pip install hello
}

provoke:call-its-python() {
	. .venv/bin/activate
	pip install hello
}

provoke:recreate-environment() {
	cd new
	. .venv/bin/activate
	pip install hello
}

check:you-install-a-library-for-your-own-code-without-a-virtual-en() {
	python3 -c "import sys; print(sys.prefix == sys.base_prefix)"
}

fix:create-environment() {
	python3 -m venv .venv
	.venv/bin/python -m pip install hello
}

retry:create-environment() {
	.venv/bin/python app.py
}

fix:call-its-python() {
	.venv/bin/python -m ensurepip --default-pip
	.venv/bin/python -m pip install hello
}

fix:recreate-environment() {
	cd new
	.venv/bin/python -m pip freeze > installed-packages.txt
	mv .venv .venv-old
	python3 -m venv .venv
	.venv/bin/python -m pip install -r installed-packages.txt
}
