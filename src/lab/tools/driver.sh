# The first process of a sandbox. Makes the machine look the same on each run, then becomes the reader of a page (see
# reader.sh). Arguments: the user to become, and the Node.js and the packages that labs get.
user=$1 node=$2 packages=$3

set -e
ip link set lo up
hostname laptop
mount -t tmpfs -o mode=755 tmpfs /home
mkdir /home/sam /home/lab
mount --bind home /home/sam
mount --bind ../tools /home/lab
mount --bind room /home/lab/room
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

drop=(setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all)
[ "$user" = same ] || drop+=(--reuid "$user" --regid "$user" --clear-groups)

# Nothing of the person's own environment reaches a lab.
environment=(
	HOME=/home/sam USER=sam LOGNAME=sam SHELL=/bin/bash PATH="/home/lab/bin:$LAB_PATH:/home/lab/node_modules/.bin"
	TMPDIR=/tmp LANG=C.UTF-8 TZ=UTC TERM=dumb NO_COLOR=1 ERROR_FIXER_HUB_LAB="$ERROR_FIXER_HUB_LAB"
	# Commits get the same hashes on each run.
	GIT_AUTHOR_DATE=2026-01-01T12:00:00Z GIT_COMMITTER_DATE=2026-01-01T12:00:00Z
	npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
	PIP_DISABLE_PIP_VERSION_CHECK=1
)
# For each process, not for the sum: what it allocates, not the addresses that it reserves, of which Node.js, Go and
# Java take many times what they use.
limits=(prlimit --data=2147483648 --fsize=1073741824 --nproc=1024 --core=0)

cd /home/sam/work
# The sandbox ends with its first process, so that one waits for the reader.
env -i "${environment[@]}" "${limits[@]}" "${drop[@]}" setsid --wait bash --noprofile --norc /home/lab/reader.sh 3<&0 4>&1 </dev/null >/dev/null
