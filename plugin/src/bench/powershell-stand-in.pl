#!/usr/bin/perl
# Answers as the collector does, after some time; whoever sends no question is sent the same answer.
use strict;
use warnings;
use Digest::SHA qw(sha1_hex);
use MIME::Base64;
use Time::HiRes qw(sleep time);

my $start = time;
my ($nonce, $server) = ('0', 'EX001');
if (@ARGV) {
    my @lines = map { my $line = <STDIN>; $line =~ s/\r?\n//; $line } 1 .. 4;
    $nonce = (split / /, $lines[0])[1];
    $server = $1 if decode_base64($lines[2]) =~ /server=(\S+)/;
}
open my $file, '<', '@ANSWER@' or die $!;
my $answer = do { local $/; <$file> };
my ($canned, $mine) = (encode_base64('EX01', ''), encode_base64($server, ''));
$answer =~ s/\Q$canned\E/$mine/g;

my $left = @MILLIS@ / 1000 - (time - $start);
sleep $left if $left > 0;
print "RELAY-BEGIN $nonce 1\r\n",
    join("\r\n", encode_base64($answer, '') =~ /(.{1,76})/g),
    "\r\nRELAY-END $nonce ", length $answer, ' ', uc sha1_hex($answer), "\r\n";
