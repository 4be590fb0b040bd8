# needs: redis-server >= 6, redis-tools, procps
# proves: raise-limit, add-expiry for the-policy-evicts-only-keys-with-an-expiry-and-none-has-one
# proves: evict-keys, delete-keys for a-key-or-a-group-of-keys-grows-without-end
# varies check a-key-or-a-group-of-keys-grows-without-end: Redis lists keys in no fixed order
# varies add-expiry verify: how many keys Redis has evicted
# varies evict-keys verify: how many keys Redis has evicted
# varies delete-keys 1: Redis lists keys in no fixed order

setup() {
	echo 'save ""' >redis.conf
	redis-server redis.conf >redis.log &
	wait_port 6379
	redis-cli set words kept
	for key in "$NAME" {1..20}; do head -c 100000 /dev/zero | redis-cli -x set "cache:$key"; done
	redis-cli config set maxmemory 2mb
}

provoke() { redis-cli -e set note hello; }
values() { prefix=cache policy=allkeys-lru; }

setup:add-expiry() { redis-cli config set maxmemory-policy volatile-lru; }

# Keys that only look like a part of a name must be left alone.
retry:add-expiry() { provoke && [ "$(redis-cli ttl words)" = -1 ]; }
retry:delete-keys() { provoke && [ "$(redis-cli get words)" = kept ]; }
