# needs: golang-go, python3

setup() {
	mkdir app
	cat > app/main.go <<-'END'
	package main

	import "fmt"

	func main() {
		fmt.Println("Hello")
	}
	END
}

setup:enter-the-module() {
	printf 'module example.com/hello\n\ngo 1.18\n' > app/go.mod
}

setup:use-a-workspace() {
	printf 'module example.com/hello\n\ngo 1.18\n' > app/go.mod
}

# A module proxy in a folder, with version 1.0.0 of the program.
setup:install-with-version() {
	mkdir -p proxy/example.com/hello/@v
	cd proxy/example.com/hello/@v
	printf 'module example.com/hello\n\ngo 1.18\n' > v1.0.0.mod
	printf '{"Version":"v1.0.0","Time":"2026-01-01T00:00:00Z"}\n' > v1.0.0.info
	printf 'v1.0.0\n' > list
	python3 - <<-'END'
	import zipfile
	with zipfile.ZipFile('v1.0.0.zip', 'w') as archive:
	    archive.write('v1.0.0.mod', 'example.com/hello@v1.0.0/go.mod')
	    archive.write('../../../../app/main.go', 'example.com/hello@v1.0.0/main.go')
	END
	cd ../../../..
	go env -w GOPROXY="file://$PWD/proxy" GONOSUMDB='*'
}

provoke() {
	go run ./app
}

provoke:create-the-module() {
	cd app
	go build && ./hello
}

provoke:install-with-version() {
	go get example.com/hello
}

check:you-are-in-another-folder-than-the-module() {
	find . -name go.mod
}

fix:enter-the-module() {
	cd app
	go run .
}

retry:enter-the-module() {
	cd app
	go env GOMOD
}

fix:install-with-version() {
	go install example.com/hello@latest
}

retry:install-with-version() {
	"$(go env GOPATH)/bin/hello"
}

fix:create-the-module() {
	cd app
	go mod init example.com/hello
	go mod tidy
}

fix:use-a-workspace() {
	go work init ./app
}
