//! Ctrl-C and the request to end: at work, the answers in hand are finished and written; waiting for input, there are
//! none, and the command ends at once.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the run is to end.
pub(crate) struct Interrupt {
    asked: Arc<AtomicBool>,
    /// Nothing is in hand: a second request, or one while input is waited for, ends the command.
    idle: Arc<AtomicBool>,
}

impl Interrupt {
    /// Watches from now on; where the system has no such signals, never asks.
    pub(crate) fn watch() -> Self {
        const FAILED: i32 = 2;
        let this = Interrupt { asked: Arc::default(), idle: Arc::default() };
        for signal in [SIGINT, SIGTERM] {
            // In this order: the second request finds the first one's flag.
            let _ = flag::register_conditional_shutdown(signal, FAILED, Arc::clone(&this.idle));
            let _ = flag::register(signal, Arc::clone(&this.asked));
            let _ = flag::register(signal, Arc::clone(&this.idle));
        }
        this
    }

    /// Whether the run is to end.
    pub(crate) fn asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    /// Waits for something, for example input, of which nothing would be lost.
    pub(crate) fn waiting<T>(&self, wait: impl FnOnce() -> T) -> T {
        self.idle.store(true, Ordering::Relaxed);
        let done = wait();
        self.idle.store(self.asked(), Ordering::Relaxed);
        done
    }
}
