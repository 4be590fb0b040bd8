# needs: nginx, curl, gzip

setup() {
	cat > nginx.conf <<-END
		daemon off;
		pid nginx.pid;
		error_log error.log;
		events {}
		http {
		    access_log access.log;
		    client_body_temp_path tmp;
		    proxy_temp_path tmp;
		    fastcgi_temp_path tmp;
		    uwsgi_temp_path tmp;
		    scgi_temp_path tmp;
		    server {
		        listen 127.0.0.1:$PORT;
		        server_name example.test;
		        location /upload {
		            return 200 'Received.\n';
		        }
		    }
		}
	END
	seq 400000 > export.csv
	nginx -p . -e error.log -c nginx.conf &
	wait_port $PORT
}

provoke() {
	ls -l export.csv | cut -d ' ' -f 5,9
	curl -sS --fail-with-body --data-binary @export.csv http://127.0.0.1:$PORT/upload
}

check:the-body-is-larger-than-client-max-body-size() {
	grep -o 'client intended to send too large.*' error.log
}

fix:send-less() {
	gzip -n export.csv
}

retry:send-less() {
	ls -l export.csv.gz | cut -d ' ' -f 5,9
	curl -sS --fail-with-body --data-binary @export.csv.gz http://127.0.0.1:$PORT/upload
}

fix:raise-limit() {
	sed -i '/server_name/a client_max_body_size 20m;' nginx.conf
	nginx -p . -e error.log -c nginx.conf -t
	nginx -p . -e error.log -c nginx.conf -s reload
	sleep 1
}

setup:set-in-right-block() {
	sed -i -e '/server_name/a client_max_body_size 20m;' -e '/location/a client_max_body_size 1m;' nginx.conf
	nginx -p . -e error.log -c nginx.conf -s reload
	sleep 1
}

check:a-higher-limit-is-set-but-not-for-this-request() {
	nginx -p . -e error.log -c nginx.conf -T |
		grep -nE 'configuration file|server_name|location|client_max_body_size'
}

fix:set-in-right-block() {
	sed -i '/client_max_body_size 1m;/d' nginx.conf
	nginx -p . -e error.log -c nginx.conf -t
	nginx -p . -e error.log -c nginx.conf -s reload
	sleep 1
}

setup:raise-limit-in-front() {
	mkdir front
	sed -e "s/:$PORT;/:$PORT2;/" -e "s/return .*/proxy_pass http:\/\/127.0.0.1:$PORT;/" nginx.conf > front/nginx.conf
	sed -i '/server_name/a client_max_body_size 20m;' nginx.conf
	nginx -p . -e error.log -c nginx.conf -s reload
	nginx -p front -e error.log -c nginx.conf &
	wait_port $PORT2
	sleep 1
}

provoke:raise-limit-in-front() {
	curl -sS --fail-with-body --data-binary @export.csv http://127.0.0.1:$PORT2/upload
}

fix:raise-limit-in-front() {
	sed -i '/server_name/a client_max_body_size 20m;' front/nginx.conf
	nginx -p front -e error.log -c nginx.conf -t
	nginx -p front -e error.log -c nginx.conf -s reload
	sleep 1
}
