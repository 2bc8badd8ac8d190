/**
 * The tables as a server holds them: an immutable snapshot per cut, which answers any number of
 * questions at once, and the latest cuts with what each changed.
 */
package org.kuroshio.serve.snapshot;
