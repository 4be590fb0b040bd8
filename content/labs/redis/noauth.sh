# needs: redis-server >= 6, redis-tools

setup() {
	printf '%s\n' "port $PORT" 'bind 127.0.0.1' "save ''" 'pidfile redis.pid' 'daemonize no' 'repl-diskless-sync-delay 0' 'requirepass s3cret' | tr "'" '"' > redis.conf
	redis-server redis.conf > redis.log &
	wait_port $PORT
	redis-cli -p $PORT -a s3cret --no-auth-warning set greeting hello
}

provoke() {
	redis-cli -e -p $PORT get greeting
}

retry:send-password() {
	REDISCLI_AUTH=s3cret redis-cli -e -p $PORT get greeting
}

fix:send-password() {
	redis-cli -u redis://default:s3cret@127.0.0.1:$PORT/0 ping
}

provoke:look-up-password() {
	REDISCLI_AUTH=outdated redis-cli -e -p $PORT get greeting
}

fix:look-up-password() {
	grep -nE '^(requirepass|aclfile|user|include)' redis.conf
}

retry:look-up-password() {
	REDISCLI_AUTH=s3cret redis-cli -e -p $PORT get greeting
}

setup:name-user() {
	REDISCLI_AUTH=s3cret redis-cli -p $PORT acl setuser app on '>app-secret' '~*' +@all
}

provoke:name-user() {
	REDISCLI_AUTH=app-secret redis-cli -e -p $PORT get greeting
}

fix:name-user() {
	REDISCLI_AUTH=app-secret redis-cli -e --user app -p $PORT acl whoami
}

retry:name-user() {
	REDISCLI_AUTH=app-secret redis-cli -e --user app -p $PORT get greeting
}

setup:give-replica-password() {
	redis-server --port $PORT2 --bind 127.0.0.1 --save '' --replicaof "127.0.0.1 $PORT" > replica.log &
	until grep -q 'MASTER aborted' replica.log; do sleep 0.1; done
}

provoke:give-replica-password() {
	grep -oE 'MASTER aborted .*|sync: Finished .*' replica.log | tail -n 1
	redis-cli -p $PORT2 info replication | grep master_link_status:up
}

fix:give-replica-password() {
	redis-cli -p $PORT2 config set masterauth s3cret
	until redis-cli -p $PORT2 info replication | grep -q master_link_status:up; do sleep 0.1; done
}

setup:enable-user() {
	REDISCLI_AUTH=s3cret redis-cli -p $PORT acl setuser app off '>app-secret' '~*' +@all
}

provoke:enable-user() {
	REDISCLI_AUTH=app-secret redis-cli -e --user app -p $PORT get greeting
}

check:the-user-name-is-missing-wrong-or-switched-off() {
	REDISCLI_AUTH=s3cret redis-cli -p $PORT acl list
}

fix:enable-user() {
	REDISCLI_AUTH=s3cret redis-cli -p $PORT acl setuser app on
}

provoke:set-password() {
	REDISCLI_AUTH=new-secret redis-cli -e -p $PORT ping
}

fix:set-password() {
	sed -i.bak 's/requirepass .*/requirepass new-secret/' redis.conf
	kill $(cat redis.pid)
	while test -e redis.pid; do sleep 0.1; done
	redis-server redis.conf > redis.log &
	wait_port $PORT
}
