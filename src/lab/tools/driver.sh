# The first process of a sandbox. Makes the machine look the same on each run, then runs the commands that it reads, one
# on each line after its number, and answers with the number and the exit code. What they print goes to log-<number>.
# Arguments: whether it has namespaces of its own, the user to become, and the Node.js and the packages that labs get.
namespaces=$1 user=$2 node=$3 packages=$4
lab=$(<lab.sh)
here=$PWD

if [ "$namespaces" = yes ]; then
	set -e
	ip link set lo up
	hostname laptop
	mount -t tmpfs -o mode=755 tmpfs /home
	mkdir /home/sam /home/lab
	mount --bind home /home/sam
	mount --bind ../tools /home/lab
	mount --bind "$node" /home/lab/bin/node
	# For the programs in them, such as tsc. Where they lie, the user of the lab may have no way to them.
	[ ! -d "$packages" ] || mount --bind "$packages" /home/lab/node_modules
	for file in passwd group hosts resolv.conf; do
		[ ! -e "/etc/$file" ] || mount --bind "../etc/$file" "/etc/$file"
	done
	mount -t tmpfs -o mode=1777,size=64m tmpfs /dev/shm
	mount --bind tmp /var/tmp
	mount --bind tmp /tmp
	mount -t proc proc /proc
	set +e
	home=/home/sam tools=/home/lab temporary=/tmp
	drop=(setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all)
else
	home=$here/home tools=${here%/*}/tools temporary=$here/tmp
	drop=(setpriv --no-new-privs)
fi
[ "$user" = same ] || drop+=(--reuid "$user" --regid "$user" --clear-groups)

# Nothing of the person's own environment reaches a lab.
environment=(
	HOME="$home" USER=sam LOGNAME=sam SHELL=/bin/bash PATH="$tools/bin:$LAB_PATH:$tools/node_modules/.bin" TMPDIR="$temporary"
	LANG=C.UTF-8 TZ=UTC TERM=dumb NO_COLOR=1 BASH_ENV="$tools/prelude.sh" LAB_TOOLS="$tools"
	PORT="$LAB_PORT" PORT2="$LAB_PORT2" PORT3="$LAB_PORT3" ERROR_FIXER_HUB_LAB="$ERROR_FIXER_HUB_LAB"
	# Commits get the same hashes on each run.
	GIT_AUTHOR_DATE=2026-01-01T12:00:00Z GIT_COMMITTER_DATE=2026-01-01T12:00:00Z
	npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
	PIP_DISABLE_PIP_VERSION_CHECK=1
)
# For each process, not for the sum: what it allocates, not the addresses that it reserves, of which Node.js, Go and
# Java take many times what they use.
limits=(prlimit --data=2147483648 --fsize=1073741824 --nproc=1024 --core=0)

while read -r number command; do
	(
		cd "$home/work" &&
			exec env -i "${environment[@]}" "${limits[@]}" "${drop[@]}" \
				setsid --wait bash --noprofile --norc -c "$lab"$'\n'"$command" bash
	) </dev/null >"log-$number" 2>&1
	echo "$number $?"
done
