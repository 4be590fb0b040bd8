# needs: nginx

setup() {
	cat > nginx.conf <<-'END'
		pid nginx.pid;
		events {}
		http {
		    access_log off;
		    client_body_temp_path tmp;
		    proxy_temp_path tmp;
		    fastcgi_temp_path tmp;
		    uwsgi_temp_path tmp;
		    scgi_temp_path tmp;
		    include site.conf;
		}
	END
	cat > site.conf <<-END
		server {
		    listen 127.0.0.1:$PORT;
		    location / {
		        proxy_passs http://127.0.0.1:3000;
		    }
		}
	END
}

provoke() {
	nginx -p . -e error.log -c nginx.conf -t
}

fix:correct-name() {
	sed -n 4p site.conf
	sed -i 's/proxy_passs/proxy_pass/' site.conf
}

setup:close-statement() {
	cat > site.conf <<-END
		server {
		    listen 127.0.0.1:$PORT;
		    add_header Content-Security-Policy "default-src 'self'"; script-src 'self';
		}
	END
}

check:a-quote-or-a-semicolon-ends-the-statement-too-early() {
	sed -n 3p site.conf
}

fix:close-statement() {
	sed -i "s/'self'\"; script-src 'self';/'self'; script-src 'self'\";/" site.conf
	sed -n 3p site.conf
}

setup:remove-invisible() {
	printf 'server {\n\xC2\xA0\xC2\xA0listen 127.0.0.1:%s;\n}\n' $PORT > site.conf
}

check:the-line-holds-characters-that-you-cannot-see() {
	grep -nP '[^\x00-\x7F]' site.conf
}

fix:remove-invisible() {
	cp -p site.conf site.conf.bak
	sed -i '1s/^\xEF\xBB\xBF//; s/\xC2\xA0/ /g' site.conf
}

setup:remove-line() {
	sed -i 's/proxy_passs.*/more_set_headers "X-Site: shop";/' site.conf
}

fix:remove-line() {
	sed -i 's/more_set_headers/# &/' site.conf
	sed -n 4p site.conf
}
