# needs: redis-server >= 6, redis-tools

setup() {
	redis-server --port $PORT --bind 127.0.0.1 --save '' > redis.log &
	wait_port $PORT
	redis-cli -p $PORT hset user:7 name Ann
}

provoke() {
	redis-cli -e -p $PORT incr user:7
}

provoke:use-right-command() {
	redis-cli -e -p $PORT get user:7
}

fix:use-right-command() {
	redis-cli -p $PORT type user:7
}

retry:use-right-command() {
	redis-cli -e -p $PORT hgetall user:7
}

fix:move-aside() {
	redis-cli -e -p $PORT renamenx user:7 user:7:old
	redis-cli -p $PORT type user:7
}

retry:separate-names() {
	redis-cli -e -p $PORT incr user:7:visits
	redis-cli -e -p $PORT hgetall user:7:profile
}

fix:separate-names() {
	redis-cli -e -p $PORT renamenx user:7 user:7:profile
}

fix:delete-key() {
	redis-cli -p $PORT hgetall user:7
	redis-cli -e -p $PORT del user:7
}
