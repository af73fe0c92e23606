/* Stands between the program and the disk: lets the n-th call that changes a file fail, or kills the process
   there, or writes every such call down to be replayed. Loaded by LD_PRELOAD; told what to do by disk_...(). */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[1024];         /* only what lies in it is watched */
static long left = -1, calls = 0; /* calls until the trouble begins; calls seen since it was asked for */
static int trouble = 0, lasting = 0, record = -1;

void disk_watch(const char *path) { snprintf(folder, sizeof folder, "%s", path); }
void disk_trouble(long at, int error, int stays) { left = at, trouble = error, lasting = stays, calls = 0; }
long disk_calls(void) { return calls; }
void disk_record(const char *path) { record = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600); }

static void note(char kind, const char *path, long at, long size, const void *data) {
    char head[1200];
    int length = snprintf(head, sizeof head, "%c %ld %ld %s\n", kind, at, size, path);
    if (record < 0) return;
    if (syscall(SYS_write, record, head, length) < 0) _exit(99);
    if (data && size && syscall(SYS_write, record, data, size) < 0) _exit(99);
}
void disk_mark(const char *said) { note('M', said, 0, 0, NULL); }

static int watched(int fd, const char *name, char *path) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = name ? snprintf(path, 1024, "%s", name) : readlink(link, path, 1023);
    path[length > 0 ? length : 0] = 0;
    return *folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int fails(void) { /* errno 0 stands for death */
    calls++;
    if (left > 0) left--;
    if (left != 0) return 0;
    if (!lasting) left = -1;
    if (!trouble) kill(getpid(), SIGKILL);
    errno = trouble;
    return 1;
}

#define BETWEEN(kind, fd, name, at, size, data, real) \
    char path[1024]; \
    int seen = watched(fd, name, path); \
    if (seen && fails()) return -1; \
    long done = real; \
    if (seen && done >= 0) note(kind, path, at, size, data); \
    return done

ssize_t write(int fd, const void *data, size_t size) {
    BETWEEN('W', fd, NULL, lseek(fd, 0, SEEK_CUR) - done, done, data, syscall(SYS_write, fd, data, size)); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    BETWEEN('W', fd, NULL, at, done, data, syscall(SYS_pwrite64, fd, data, size, at)); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return pwrite(fd, data, size, at); }
int ftruncate(int fd, off_t size) { BETWEEN('T', fd, NULL, size, 0, NULL, syscall(SYS_ftruncate, fd, size)); }
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }
int fsync(int fd) { BETWEEN('S', fd, NULL, 0, 0, NULL, syscall(SYS_fsync, fd)); }
int fdatasync(int fd) { BETWEEN('S', fd, NULL, 0, 0, NULL, syscall(SYS_fdatasync, fd)); }
int unlink(const char *name) { BETWEEN('U', -1, name, 0, 0, NULL, unlinkat(AT_FDCWD, name, 0)); }
int rename(const char *old, const char *new) {
    BETWEEN('R', -1, old, 0, strlen(new), new, renameat(AT_FDCWD, old, AT_FDCWD, new)); }
int link(const char *old, const char *new) {
    BETWEEN('L', -1, old, 0, strlen(new), new, linkat(AT_FDCWD, old, AT_FDCWD, new, 0)); }
