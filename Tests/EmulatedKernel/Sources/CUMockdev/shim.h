#include <sys/ioctl.h>
#include <linux/usbdevice_fs.h>
#include <umockdev.h>

// The codes are macros with casts, which Swift does not import.
static const unsigned long USBFS_SETINTERFACE = USBDEVFS_SETINTERFACE;
static const unsigned long USBFS_SETCONFIGURATION = USBDEVFS_SETCONFIGURATION;
static const unsigned long USBFS_GETDRIVER = USBDEVFS_GETDRIVER;
static const unsigned long USBFS_SUBMITURB = USBDEVFS_SUBMITURB;
static const unsigned long USBFS_DISCARDURB = USBDEVFS_DISCARDURB;
static const unsigned long USBFS_REAPURBNDELAY = USBDEVFS_REAPURBNDELAY;
static const unsigned long USBFS_CLAIMINTERFACE = USBDEVFS_CLAIMINTERFACE;
static const unsigned long USBFS_RELEASEINTERFACE = USBDEVFS_RELEASEINTERFACE;
static const unsigned long USBFS_IOCTL = USBDEVFS_IOCTL;
static const unsigned long USBFS_RESET = USBDEVFS_RESET;
static const unsigned long USBFS_CLEAR_HALT = USBDEVFS_CLEAR_HALT;
static const unsigned long USBFS_DISCONNECT = USBDEVFS_DISCONNECT;
static const unsigned long USBFS_CONNECT = USBDEVFS_CONNECT;
static const unsigned long USBFS_GET_CAPABILITIES = USBDEVFS_GET_CAPABILITIES;
static const unsigned long USBFS_DISCONNECT_CLAIM = USBDEVFS_DISCONNECT_CLAIM;
static const unsigned long USBFS_GET_SPEED = USBDEVFS_GET_SPEED;

typedef gboolean (*usbfs_ioctl_handler)(UMockdevIoctlBase *, UMockdevIoctlClient *, gpointer);

// `release` is told when no further call can come.
static inline void usbfs_on_ioctl(UMockdevIoctlBase *base, usbfs_ioctl_handler handler, gpointer data, GClosureNotify release) {
    g_signal_connect_data(base, "handle-ioctl", G_CALLBACK(handler), data, release, (GConnectFlags)0);
}

// The argument of the call as the program passed it; the program is this process.
static inline void *usbfs_argument(UMockdevIoctlClient *client) {
    return *(void **)umockdev_ioctl_client_get_arg(client)->data;
}
