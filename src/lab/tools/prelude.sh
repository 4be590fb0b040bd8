# What every function of a lab can use.
unset BASH_ENV
set -eu -o pipefail

# wait_port <port>: until something listens there, at most 10 seconds.
wait_port() {
	local tries
	for ((tries = 0; tries < 200; tries += 1)); do
		if (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then return 0; fi
		sleep 0.05
	done
	echo "Nothing listens on port $1." >&2
	return 1
}

# serve_packages <folder>: an npm registry on $PORT with each package below the folder.
serve_packages() {
	node "$LAB_TOOLS/registry/registry.ts" "$1" "$PORT" >/dev/null 2>&1 &
	wait_port "$PORT"
	echo "registry=http://127.0.0.1:$PORT/" >>~/.npmrc
}
