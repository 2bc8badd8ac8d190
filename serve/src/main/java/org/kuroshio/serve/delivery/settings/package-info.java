/** Where alerts are sent, which of them, and how fast: records, and their reader. */
package org.kuroshio.serve.delivery.settings;
