/** The tables while they change: cut after cut, as committed readers see them. */
package org.kuroshio.serve.follow;
