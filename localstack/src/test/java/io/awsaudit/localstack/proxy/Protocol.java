package io.awsaudit.localstack.proxy;

/** How a service of AWS writes requests and answers. */
public enum Protocol {
    /** A form in, XML out. */
    QUERY,
    /** As {@link #QUERY}, with errors and results wrapped in other elements. */
    EC2,
    /** JSON 1.0 and 1.1: JSON in and out, the operation in a header. */
    JSON,
    /** JSON in and out, the operation in method and path. */
    REST_JSON,
    /** XML in and out, the operation in method and path. */
    REST_XML
}
