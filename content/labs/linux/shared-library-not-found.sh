# needs: gcc, binutils

setup() {
	mkdir lib
	echo 'int answer(void) { return 42; }' >answer.c
	cat >main.c <<-'END'
		#include <stdio.h>
		int answer(void);
		int main(void) { printf("The answer is %d\n", answer()); }
	END
	gcc -shared -fPIC -Wl,-soname,libanswer.so.1 answer.c -o lib/libanswer.so.1
	ln -s libanswer.so.1 lib/libanswer.so
	gcc main.c -Llib -lanswer -o app
}

provoke() {
	./app
}

check:the-library-lies-in-a-folder-that-the-loader-does-not-search() {
	ldd app | grep 'not found'
	find . -name 'libanswer.so.1*'
}

retry:set-path() {
	LD_LIBRARY_PATH=lib ./app
}

fix:link-with-path() {
	gcc main.c -Llib -lanswer -Wl,-rpath,'$ORIGIN/lib' -o app
	readelf -d app | grep -o 'Library runpath.*'
}
