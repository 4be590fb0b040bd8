# needs: redis-server >= 6, redis-tools

setup() {
	redis-server --port $PORT --bind 127.0.0.1 --save '' > redis.log &
	wait_port $PORT
	for i in $(seq 20)
	do
		head -c 100000 /dev/zero | redis-cli -p $PORT -x set cache:$i
	done
	redis-cli -p $PORT config set maxmemory 2mb
}

provoke() {
	redis-cli -e -p $PORT set note hello
}

check:the-limit-is-reached-and-redis-may-not-evict() {
	redis-cli -p $PORT info memory | grep -E '^maxmemory'
}

fix:raise-limit() {
	redis-cli -p $PORT config set maxmemory 100mb
}

setup:add-expiry() {
	redis-cli -p $PORT config set maxmemory-policy volatile-lru
}

check:the-policy-evicts-only-keys-with-an-expiry-and-none-has-one() {
	redis-cli -p $PORT info keyspace
}

fix:add-expiry() {
	redis-cli -p $PORT --scan --pattern 'cache:*' | wc -l
	redis-cli -p $PORT --scan --pattern 'cache:*' |
		xargs -I {} redis-cli -p $PORT expire {} 3600 | uniq -c
}

fix:evict-keys() {
	redis-cli -p $PORT config set maxmemory-policy allkeys-lru
}

fix:delete-keys() {
	redis-cli -p $PORT --scan --pattern 'cache:*' | sort -V | head -n 3
	redis-cli -p $PORT --scan --pattern 'cache:*' | xargs -n 100 redis-cli -p $PORT unlink
}
