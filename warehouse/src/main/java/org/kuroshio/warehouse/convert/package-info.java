/** From our frame, which sinks do not know, to Connect's own data, which they all do. */
package org.kuroshio.warehouse.convert;
