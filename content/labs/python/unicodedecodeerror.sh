# needs: python3 >= 3.7

setup() {
	printf 'caf\xe9,3\n' > prices.csv
	cat > main.py <<-'END'
	with open('prices.csv', encoding='utf-8') as file:
	    print(file.read())
	END
}

setup:open-as-bytes() {
	printf 'Hello\n' | gzip -n > data.txt.gz
	cat > main.py <<-'END'
	with open('data.txt.gz', encoding='utf-8') as file:
	    print(file.read())
	END
}

setup:use-utf8-mode() {
	printf 'caf\xc3\xa9,3\n' > prices.csv
	cat > main.py <<-'END'
	with open('prices.csv') as file:
	    print(len(file.read()))
	END
}

setup:replace-bad-bytes() {
	printf 'caf\xc3\xa9 open\ncaf\xe9 closed\n' > prices.csv
}

provoke() {
	python3 main.py
}

# The locale C as Python 3.6 took it: later ones change it by themselves.
provoke:use-utf8-mode() {
	LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 python3 main.py
}

check:a-few-bytes-are-damaged-or-two-encodings-are-mixed() {
	LC_ALL=C.UTF-8 grep -naxv '.*' prices.csv | cat -v
}

fix:name-the-encoding() {
	sed -i "s/encoding='utf-8'/encoding='cp1252'/" main.py
}

fix:open-as-bytes() {
	sed -i "s/open(/gzip.open(/; s/gz', enc/gz', 'rt', enc/; 1i import gzip" main.py
}

fix:use-utf8-mode() {
	LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=1 python3 main.py
}

retry:use-utf8-mode() {
	LC_ALL=C PYTHONCOERCECLOCALE=0 python3 -X utf8 main.py
}

fix:convert-the-file() {
	iconv -f WINDOWS-1252 -t UTF-8 prices.csv > new.csv
	mv prices.csv prices.csv.old
	mv new.csv prices.csv
}

fix:replace-bad-bytes() {
	sed -i "s/encoding='utf-8'/&, errors='replace'/" main.py
}
