"""A mail server (Debian's aiosmtpd) or a stand-in for GOV.UK Notify on loopback, behaving as its first argument says.

    servers.py WAY FOLDER [HOST]

Prints its port, and ends when its input does. What it takes stands in FOLDER: 1.eml as it came, 1.txt as Python's own reader of mail reads
it (subject, to, words; then the calendar), 1.how (plain or tls, who signed in). Ways of mail: take, tls, refuse (550), later (451), die (in the
midst of a letter), slow, kill (takes the letter, then kills the process in FOLDER/pid). Ways of Notify: notify, notify-400, notify-429,
notify-away (answers with another address).
"""
import asyncio, base64, email, email.policy, hashlib, hmac, http.server, json, os, signal, ssl, subprocess, sys, threading, time

way, folder = sys.argv[1], sys.argv[2]
host = sys.argv[3] if len(sys.argv) > 3 else '127.0.0.1'
SERVICE, SECRET = '26785a09-ab16-4eb0-8407-a37497a57506', '3d844edf-8d35-48ac-975b-e847b4f122b0'


def number():
    return 1 + len([name for name in os.listdir(folder) if name.endswith('.eml')])


def keep(content, how):
    n = number()
    letter = email.message_from_bytes(content, policy=email.policy.default)
    words = letter.get_body(('plain',)).get_content().replace('\r\n', '\n')
    calendar = [part for part in letter.walk() if part.get_content_type() == 'text/calendar']
    with open(f'{folder}/{n}.txt', 'w', newline='') as text:
        text.write(f"{letter['subject']}\n{letter['to'].addresses[0].display_name}\n{words}")
        for part in calendar:
            text.write(f"\n[{part.get_param('method')}]\n{part.get_content()}")
    with open(f'{folder}/{n}.how', 'w') as text:
        text.write(how)
    with open(f'{folder}/{n}.eml', 'wb') as whole:
        whole.write(content)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if way == 'refuse':
            return '550 5.1.1 nobody of that name'
        if way == 'later':
            return '451 4.3.0 not now'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        if way == 'slow':
            await asyncio.sleep(20)
        secure = 'tls' if session.ssl else 'plain'
        who = session.auth_data.login.decode() if getattr(session, 'auth_data', None) else 'nobody'
        keep(envelope.content, f'{secure} {who} {envelope.mail_from} {" ".join(envelope.rcpt_tos)}')
        if way == 'kill':
            os.kill(int(open(f'{folder}/pid').read()), signal.SIGKILL)
            await asyncio.sleep(1)
        return '250 2.0.0 taken'


class Dying(asyncio.Protocol):
    """Says what is right until the letter comes, and hangs up in its midst."""

    def connection_made(self, transport):
        self.transport, self.data = transport, False
        transport.write(b'220 here ESMTP\r\n')

    def data_received(self, data):
        if self.data:
            self.transport.abort()
            return
        for line in data.split(b'\r\n')[:-1]:
            self.data = line.upper().startswith(b'DATA')
            self.transport.write(b'354 go on\r\n' if self.data else b'250 OK\r\n')


def certificate():
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext',
                    'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', f'{folder}/key.pem', '-out', f'{folder}/cert.pem'],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f'{folder}/cert.pem', f'{folder}/key.pem')
    return context


def mail():
    from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

    def allow(server, session, envelope, mechanism, data):
        return AuthResult(success=isinstance(data, LoginPassword) and data.password == b'pass word', auth_data=data)

    def session():
        if way == 'die':
            return Dying()
        if way == 'tls':
            return SMTP(Handler(), tls_context=context, require_starttls=True, authenticator=allow, auth_required=True, loop=loop)
        return SMTP(Handler(), loop=loop)

    context = certificate() if way == 'tls' else None
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    server = loop.run_until_complete(loop.create_server(session, host, 0))
    tell(server.sockets[0].getsockname()[1])
    loop.run_forever()


class Notify(http.server.BaseHTTPRequestHandler):
    def signed(self):
        head, claims, signature = self.headers['Authorization'].removeprefix('Bearer ').split('.')
        padded = lambda text: base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
        wants = hmac.new(SECRET.encode(), f'{head}.{claims}'.encode(), hashlib.sha256).digest()
        said = json.loads(padded(claims))
        return (hmac.compare_digest(wants, padded(signature)) and json.loads(padded(head)) == {'typ': 'JWT', 'alg': 'HS256'}
                and said['iss'] == SERVICE and abs(said['iat'] - time.time()) < 30)

    def answer(self, status, body, **headers):
        text = json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self):
        known = [json.loads(open(f'{folder}/{name}').read()) for name in os.listdir(folder) if name.endswith('.eml')]
        reference = self.path.removeprefix('/v2/notifications?reference=')
        found = [{'id': '740e5834-3a29-46b4-9a6f-16142fde533a'} for one in known if one['reference'] == reference]
        self.answer(200 if self.signed() else 403, {'notifications': found})

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        if not self.signed() or self.path != '/v2/notifications/email':
            return self.answer(403, {'status_code': 403, 'errors': [{'error': 'AuthError', 'message': 'Invalid token: signature'}]})
        if way == 'notify-400':
            return self.answer(400, {'errors': [{'error': 'BadRequestError', 'message': 'Missing personalisation: day'}]})
        if way == 'notify-429':
            return self.answer(429, {'errors': [{'error': 'RateLimitError', 'message': 'Exceeded rate limit'}]})
        if way == 'notify-away':
            return self.answer(302, {}, Location=f'http://127.0.0.1:{self.server.server_port}/v2/elsewhere')
        n = number()
        open(f'{folder}/{n}.eml', 'wb').write(body)
        said = json.loads(body)
        open(f'{folder}/{n}.txt', 'w').write(f"{said['email_address']} {said['template_id']}\n{said['personalisation']['body']}\n"
                                             f"{said['personalisation']['role']}")
        self.answer(201, {'id': '740e5834-3a29-46b4-9a6f-16142fde533a', 'reference': said['reference']})

    def log_message(self, *args):
        pass


def tell(port):
    print(port, flush=True)


def until_told():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=until_told, daemon=True).start()
if way.startswith('notify'):
    server = http.server.HTTPServer((host, 0), Notify)
    tell(server.server_port)
    server.serve_forever()
else:
    mail()
