# The shell of a person who follows a page: what one block sets, the next one sees. It reads from file 3: who is to run it
# (the reader, or the lab in a shell of its own), a text, and a file for its standard input, each ended by a NUL. It
# answers on file 4 with an exit code. What is printed goes to room/output-<number>, what fails in a block to
# room/failures.
shopt -s expand_aliases
__number=0
trap 'printf "%s\0" "$BASH_COMMAND" >>/home/lab/room/failures' ERR
while IFS= read -r -d '' -u 3 __who && IFS= read -r -d '' -u 3 __text && IFS= read -r -d '' -u 3 __input; do
	__number=$((__number + 1))
	: >/home/lab/room/failures
	if [ "$__who" = reader ]; then
		eval "$__text" <"$__input" >/home/lab/room/output-$__number 2>&1 3<&- 4>&-
	else
		bash --noprofile --norc /home/lab/lab-shell.sh "$__text" <"$__input" >/home/lab/room/output-$__number 2>&1 3<&- 4>&-
	fi
	echo "$?" >&4
done
