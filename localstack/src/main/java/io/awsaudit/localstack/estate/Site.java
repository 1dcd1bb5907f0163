package io.awsaudit.localstack.estate;

import io.awsaudit.inventory.Arn;

/**
 * The place that a resource takes in an estate.
 *
 * @param region its number among those of the account
 * @param index its number among those of its kind in the region
 */
record Site(Account account, Kind kind, int region, int index) {
    Arn arn() {
        return account.arn(kind, region, index);
    }

    String accountId() {
        return account.id();
    }

    String regionName() {
        return account.region(kind, region);
    }

    String name() {
        return kind.name(this);
    }

    long bits(int purpose) {
        return account.bits(kind, region, index, purpose);
    }

    /** {@return a number from 0 up to 1 that looks random} */
    double chance(int purpose) {
        return (bits(purpose) >>> 11) * 0x1p-53;
    }

    /** {@return which VPC of its region it belongs to} */
    int network() {
        return index % Math.max(1, account.networks(region));
    }

    /** {@return its number among those of its kind in its VPC} */
    int inNetwork() {
        return index / Math.max(1, account.networks(region));
    }

    /** {@return how many of its kind there are in its VPC} */
    int fellows() {
        int networks = Math.max(1, account.networks(region));
        return (account.count(kind, region) - network() + networks - 1) / networks;
    }
}
