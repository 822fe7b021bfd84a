// Connects so many clients to one listener of this process and accepts them all, with epoll; prints
// the microseconds from the first connect to the last accept. The calls are those of the crowd it is
// compared with: a window of 128 handshakes, sources spread over 127/8, ports chosen by connect.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void die(const char *what) {
  perror(what);
  exit(1);
}

int main(int count, char **words) {
  int target = count > 1 ? atoi(words[1]) : 1000, per_source = count > 2 ? atoi(words[2]) : 3000;
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  int on = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof server;
  if (bind(listener, (struct sockaddr *)&server, length) < 0 || listen(listener, 4096) < 0 ||
      getsockname(listener, (struct sockaddr *)&server, &length) < 0)
    die("listen");
  int poller = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, found[64];
  if (epoll_ctl(poller, EPOLL_CTL_ADD, listener, &event) < 0) die("epoll_ctl");
  int *clients = malloc(sizeof(int) * target), *taken = malloc(sizeof(int) * target);
  int started = 0, connected = 0, accepted = 0;
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  while (connected < target || accepted < target) {
    while (started < target && started - connected < 128) {
      int client = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
      if (client < 0) die("socket");
      if (setsockopt(client, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on) < 0)
        die("setsockopt");
      struct sockaddr_in own = {.sin_family = AF_INET,
                                .sin_addr.s_addr = htonl(0x7F000002 + started / per_source)};
      if (bind(client, (struct sockaddr *)&own, sizeof own) < 0) die("bind");
      clients[started++] = client;
      if (connect(client, (struct sockaddr *)&server, sizeof server) == 0) {
        connected++;
      } else if (errno == EINPROGRESS) {
        event = (struct epoll_event){.events = EPOLLOUT | EPOLLONESHOT, .data.fd = client};
        if (epoll_ctl(poller, EPOLL_CTL_ADD, client, &event) < 0) die("epoll_ctl");
      } else {
        die("connect");
      }
    }
    while (accepted < target) {
      int peer = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (peer < 0) break;
      taken[accepted++] = peer;
    }
    int ready = epoll_wait(poller, found, 64, connected < target || accepted < target ? 20 : 0);
    for (int index = 0; index < ready; index++) {
      if (found[index].data.fd == listener) continue;
      int error = 0;
      socklen_t size = sizeof error;
      getsockopt(found[index].data.fd, SOL_SOCKET, SO_ERROR, &error, &size);
      if (error) die("handshake");
      connected++;
    }
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%ld\n", (end.tv_sec - begin.tv_sec) * 1000000 + (end.tv_nsec - begin.tv_nsec) / 1000);
  struct linger reset = {1, 0};
  for (int index = 0; index < target; index++) {
    setsockopt(clients[index], SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(clients[index]);
    close(taken[index]);
  }
}
