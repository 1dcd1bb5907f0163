package io.awsaudit.benchmarks;

import io.awsaudit.benchmarks.Recording.Answer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for AWS: answers what a {@link Recording} holds, each answer some time after its request, and holds no thread
 * meanwhile. What is not recorded is asked of the recording's emulator.
 *
 * <p>It may permit only so many calls a second of each service in each region, and throttle what is beyond, as AWS does: by a
 * bucket of tokens that fills steadily.
 */
final class Replay implements AutoCloseable {
    private static final int MOST_HEADERS = 64 * 1024;
    private static final int MOST_BODY = 64 << 20;

    /**
     * A request that came.
     *
     * @param began when the whole of it was there, as {@link System#nanoTime()} counts
     * @param ended when its answer was sent
     */
    record Made(Answer answer, long began, long ended, boolean throttled) {}

    /**
     * How many calls each service permits in each region.
     *
     * @param perSecond how many a second for ever; zero for as many as come
     * @param burst how many at once after some quiet
     */
    record Permitted(double perSecond, double burst) {
        static final Permitted ALL = new Permitted(0, 0);
    }

    private final Recording recording;
    private final EventLoopGroup accepting = new NioEventLoopGroup(1);
    private final EventLoopGroup serving = new NioEventLoopGroup(2);
    private final Channel channel;
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile Permitted permitted = Permitted.ALL;

    /** The tokens of a service in a region. */
    private static final class Bucket {
        private double tokens;
        private long filled = System.nanoTime();

        Bucket(double tokens) {
            this.tokens = tokens;
        }

        synchronized boolean take(Permitted permitted) {
            long now = System.nanoTime();
            tokens = Math.min(permitted.burst(), tokens + (now - filled) / 1e9 * permitted.perSecond());
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    Replay(Recording recording) {
        this.recording = recording;
        this.channel = new ServerBootstrap()
                .group(accepting, serving)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connections.incrementAndGet();
                        connection
                                .pipeline()
                                .addLast(
                                        new HttpServerCodec(MOST_HEADERS, MOST_HEADERS, MOST_HEADERS),
                                        new HttpObjectAggregator(MOST_BODY),
                                        new Answering());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .syncUninterruptibly()
                .channel();
    }

    /** {@return the address that stands in for AWS} */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
    }

    /** Answers so much later from now on. */
    void delay(Duration other) {
        delay = other;
    }

    /** Permits so many calls from now on. */
    void permit(Permitted other) {
        permitted = other;
        buckets.clear();
    }

    /** {@return what was asked for since the start, and is not recorded} */
    List<String> missed() {
        return recording.missed();
    }

    /** {@return all requests since this was asked for last, in the order of their answers} */
    List<Made> take() {
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    failures.size() + " requests without an answer, the first: " + failures.peek());
        }
        List<Made> taken = List.copyOf(made);
        made.clear();
        return taken;
    }

    /** {@return how many connections were opened since this was asked for last} */
    int takeConnections() {
        return connections.getAndSet(0);
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        accepting.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        serving.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    private final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            long began = System.nanoTime();
            Map<String, List<String>> headers = new TreeMap<>();
            request.headers()
                    .names()
                    .forEach(name -> headers.put(
                            name.toLowerCase(Locale.ROOT), request.headers().getAll(name)));
            String body = request.content().toString(StandardCharsets.UTF_8);
            try {
                recording
                        .answer(request.method().name(), request.uri(), headers, body)
                        .whenComplete((answer, failure) -> {
                            if (failure == null) {
                                later(context, answer, began);
                            } else {
                                failed(context, failure);
                            }
                        });
            } catch (RuntimeException e) {
                failed(context, e);
            }
        }

        private void later(ChannelHandlerContext context, Answer answer, long began) {
            boolean throttled = isThrottled(answer);
            long passed = System.nanoTime() - began;
            // An emulator's own time is no part of what is measured; it counts towards the delay.
            long rest = Math.max(0, delay.toNanos() - passed);
            Runnable send = () -> {
                context.writeAndFlush(throttled ? throttling(answer) : response(answer));
                made.add(new Made(answer, began, System.nanoTime(), throttled));
            };
            if (rest == 0) {
                context.executor().execute(send);
            } else {
                context.executor().schedule(send, rest, TimeUnit.NANOSECONDS);
            }
        }

        private void failed(ChannelHandlerContext context, Throwable failure) {
            failures.add(failure.toString());
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.MISDIRECTED_REQUEST, Unpooled.EMPTY_BUFFER);
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
            context.writeAndFlush(response);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // a client that went away
        }
    }

    private boolean isThrottled(Answer answer) {
        Permitted now = permitted;
        return now.perSecond() > 0
                && !buckets.computeIfAbsent(
                                answer.call().service() + '@' + answer.call().region(), name -> new Bucket(now.burst()))
                        .take(now);
    }

    private static FullHttpResponse response(Answer answer) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach((name, values) -> response.headers().set(name, values));
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        return response;
    }

    private static FullHttpResponse throttling(Answer answer) {
        boolean xml = switch (answer.call().protocol()) {
            case QUERY, EC2, REST_XML -> true;
            case JSON, REST_JSON -> false;
        };
        String code = answer.call().service().equals("s3")
                ? "SlowDown"
                : answer.call().service().equals("ec2") ? "RequestLimitExceeded" : "ThrottlingException";
        String body = switch (answer.call().protocol()) {
            case QUERY ->
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                        + "</Code><Message>Rate exceeded</Message></Error></ErrorResponse>";
            case EC2 ->
                "<Response><Errors><Error><Code>" + code
                        + "</Code><Message>Rate exceeded</Message></Error></Errors></Response>";
            case REST_XML -> "<Error><Code>" + code + "</Code><Message>Rate exceeded</Message></Error>";
            case JSON, REST_JSON -> "{\"__type\":\"" + code + "\",\"message\":\"Rate exceeded\"}";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(code.equals("SlowDown") || code.equals("RequestLimitExceeded") ? 503 : 400),
                Unpooled.wrappedBuffer(bytes));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, xml ? "text/xml" : "application/x-amz-json-1.1")
                .set("x-amzn-ErrorType", code)
                .set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        return response;
    }
}
