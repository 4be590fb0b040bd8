# needs: gcc, g++

setup() {
	cat > main.c <<-'END'
	#include <stdio.h>

	int area(int width, int height);

	int main(void) {
	    printf("%d\n", area(2, 3));
	    return 0;
	}
	END
	cat > area.c <<-'END'
	int area(int width, int height) {
	    return width * height;
	}
	END
	gcc -c main.c
	gcc -c area.c
}

setup:name-the-library() {
	ar rcs libarea.a area.o
}

setup:link-with-gxx() {
	cat > main.cpp <<-'END'
	#include <iostream>

	int main() {
	    std::cout << "Hello" << std::endl;
	}
	END
	g++ -c main.cpp
}

setup:correct-the-name() {
	cat > main.c <<-'END'
	#include <stdio.h>

	int main(void) {
	    print("Hello\n");
	    return 0;
	}
	END
}

setup:extern-c() {
	cat > area.h <<-'END'
	int area(int width, int height);
	END
	cat > main.cpp <<-'END'
	#include <cstdio>
	#include "area.h"

	int main() {
	    std::printf("%d\n", area(2, 3));
	}
	END
}

provoke() {
	gcc main.o -o main && ./main
}

provoke:name-the-library() {
	gcc -L. -larea main.o -o main
}

provoke:correct-the-name() {
	gcc -c main.c && gcc main.o -o main && ./main
}

provoke:extern-c() {
	g++ -c main.cpp && g++ main.o area.o -o main && ./main
}

check:the-file-that-defines-the-name-is-not-linked() {
	nm -A *.o | grep area
}

fix:link-the-file() {
	gcc main.o area.o -o main
}

retry:link-the-file() {
	./main
}

fix:name-the-library() {
	gcc main.o -L. -larea -o main
}

retry:name-the-library() {
	./main
}

fix:link-with-gxx() {
	g++ main.o -o main
}

retry:link-with-gxx() {
	./main
}

fix:correct-the-name() {
	sed -i 's/print(/printf(/' main.c
}

fix:extern-c() {
	sed -i 's/^int area/extern "C" &/' area.h
}
