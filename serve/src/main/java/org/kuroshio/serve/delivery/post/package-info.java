/** How messages go out: what is sent together, how often, and what happens if it fails. */
package org.kuroshio.serve.delivery.post;
