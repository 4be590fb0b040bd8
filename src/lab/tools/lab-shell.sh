# Runs a text in a shell that has the functions of the lab, in the reader's folder and with what the reader has exported.
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

# serve_packages <folder>: an npm registry on port 4873 with each package below the folder.
serve_packages() {
	node /home/lab/registry/registry.ts "$1" 4873 >/dev/null 2>&1 &
	wait_port 4873
	echo "registry=http://127.0.0.1:4873/" >>~/.npmrc
}

# Lets the reader start in this folder, with what is exported here.
__hand_over() {
	unset NAME
	(
		set -o posix
		export -p
		printf 'cd %q\n' "$PWD"
	) >/home/lab/room/surroundings
}

# Writes the variables of these names that are set, and their values.
__write_values() {
	local name
	for name; do
		if [ -n "${!name+set}" ]; then printf '%s\0%s\0' "$name" "${!name}"; fi
	done >/home/lab/room/values
}

. /home/lab/room/lab.sh
eval "$1"
