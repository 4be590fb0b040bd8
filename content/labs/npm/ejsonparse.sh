# needs: node >= 22, npm >= 11, git

setup() {
	git init -q
	git config user.name Sam
	git config user.email sam@example.com
	cat > package.json <<-'EOF'
		{
		  "name": "app",
		  "version": "1.0.0",
		  "scripts": {
		    "test": "node --test"
		  }
		}
	EOF
	git add package.json
	git commit -qm 'Start'
}

provoke() {
	npm install
}

setup:correct-the-syntax() {
	sed -i 's/"node --test"/&,/' package.json
}

fix:correct-the-syntax() {
	sed -i 's/"node --test",/"node --test"/' package.json
	node -e "JSON.parse(require('fs').readFileSync('package.json', 'utf8'))"
}

setup:resolve-the-conflict() {
	git switch -qc build
	sed -i 's/"node --test"/&,\n    "build": "tsc"/' package.json
	git commit -qam 'Add build'
	git switch -q -
	sed -i 's/"node --test"/&,\n    "start": "node app.js"/' package.json
	git commit -qam 'Add start'
	git merge build || true
}

check:the-file-contains-a-merge-conflict() {
	grep -n -E '^(<<<<<<<|=======|>>>>>>>)' package.json
}

fix:resolve-the-conflict() {
	cat > package.json <<-'EOF'
		{
		  "name": "app",
		  "version": "1.0.0",
		  "scripts": {
		    "test": "node --test",
		    "start": "node app.js",
		    "build": "tsc"
		  }
		}
	EOF
	git commit -qam 'Merge build'
}

setup:save-as-utf-8() {
	mv package.json plain.json
	iconv -f UTF-8 -t UTF-16 plain.json > package.json
	rm plain.json
}

check:the-file-is-saved-as-utf-16() {
	head -c 2 package.json | od -An -tx1
}

fix:save-as-utf-8() {
	mv package.json package.json.bak
	iconv -f UTF-16 -t UTF-8 package.json.bak > package.json
}

setup:restore-the-file() {
	: > package.json
}

check:the-file-is-empty-or-cut-off() {
	wc -c package.json
}

fix:restore-the-file() {
	cp package.json package.json.bak
	git restore --source=HEAD package.json
}
