"""The loop of crowd.c in Python."""

import errno
import resource
import select
import socket
import struct
import sys
import time

target, per_source = int(sys.argv[1]), int(sys.argv[2])
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
listener = socket.socket()
listener.setblocking(False)
listener.bind(("127.0.0.1", 0))
listener.listen(4096)
server = listener.getsockname()
poller = select.epoll()
poller.register(listener, select.EPOLLIN)
IP_BIND_ADDRESS_NO_PORT = 24
clients, taken, connected = {}, [], 0
begin = time.monotonic()
while connected < target or len(taken) < target:
    while len(clients) < target and len(clients) - connected < 128:
        client = socket.socket()
        client.setblocking(False)
        client.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
        source = 0x7F000002 + len(clients) // per_source
        client.bind((socket.inet_ntoa(struct.pack("!I", source)), 0))
        result = client.connect_ex(server)
        clients[client.fileno()] = client
        if result == 0:
            connected += 1
        elif result == errno.EINPROGRESS:
            poller.register(client, select.EPOLLOUT | select.EPOLLONESHOT)
        else:
            sys.exit(f"connect: {errno.errorcode[result]}")
    while len(taken) < target:
        try:
            taken.append(listener.accept()[0])
        except BlockingIOError:
            break
    wait = 0.02 if connected < target or len(taken) < target else 0
    for number, _ in poller.poll(wait, 64):
        if number == listener.fileno():
            continue
        failure = clients[number].getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if failure:
            sys.exit(f"handshake: {errno.errorcode[failure]}")
        connected += 1
print(int((time.monotonic() - begin) * 1e6))
for client in clients.values():
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
