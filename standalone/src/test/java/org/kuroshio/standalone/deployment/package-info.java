/** What `docker-compose.yml` and `deploy` say, held against what they speak of. */
package org.kuroshio.standalone.deployment;
