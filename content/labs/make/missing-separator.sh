# needs: make, perl

setup:replace-spaces() {
	printf '%s\n' 'hello:' '    echo Hello' '    echo World' > Makefile
}

setup:add-the-space() {
	printf '%s\n' 'ifeq($(LANG),C.UTF-8)' 'NAME = World' 'endif' 'hello: ; @echo Hello $(NAME)' > Makefile
}

setup:complete-the-line() {
	printf '%s\n' 'NAME World' 'hello: ; @echo Hello $(NAME)' > Makefile
}

setup:assign-the-output() {
	printf '%s\n' '$(shell uname)' 'hello: ; @echo Hello' > Makefile
}

setup:another-prefix() {
	printf '%s\n' 'hello:' '        echo Hello' > Makefile
}

provoke() {
	make
}

check:a-command-begins-with-spaces-instead-of-a-tab() {
	cat -A Makefile
}

fix:replace-spaces() {
	perl -pi.bak -e 's/^ +/\t/ if $. >= 2 && $. <= 3' Makefile
}

fix:add-the-space() {
	perl -pi.bak -e 's/^(\s*(?:else )?ifn?eq)\(/$1 (/' Makefile
}

fix:complete-the-line() {
	sed -i '1s/NAME World/NAME = World/' Makefile
}

fix:assign-the-output() {
	perl -pi.bak -e 's/^(?=\$\(shell )/OUTPUT := /' Makefile
}

fix:another-prefix() {
	printf '%s\n' '.RECIPEPREFIX = >' 'hello:' '> echo Hello' > Makefile
}
