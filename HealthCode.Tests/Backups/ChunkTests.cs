using System.Security.Cryptography;
using HealthCode.Web.Backups;

namespace HealthCode.Tests.Backups;

/// <summary>密文的分块: whatever is written is read back, whatever was done to it is found.</summary>
public sealed class ChunkTests
{
    private const int Sealed = EncryptingStream.ChunkLength + 16;
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void The_test_vector_of_the_format_comes_out() =>
        Assert.Equal("5db3de90309c73716a4b7018218ac7d415220c299aac14ea6f5c6ec6", Convert.ToHexStringLower(Written("HealthCode!!"u8.ToArray())));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(EncryptingStream.ChunkLength - 1)]
    [InlineData(EncryptingStream.ChunkLength)]
    [InlineData(EncryptingStream.ChunkLength + 1)]
    [InlineData(3 * EncryptingStream.ChunkLength)]
    public void What_is_written_is_read_back(int length)
    {
        var text = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(text, Read(Written(text)));
    }

    [Fact]
    public void A_changed_byte_is_found_wherever_it_is()
    {
        var written = Written(RandomNumberGenerator.GetBytes(EncryptingStream.ChunkLength + 100));
        foreach (var place in (int[])[0, 1000, Sealed - 17, Sealed - 1, Sealed, Sealed + 99, written.Length - 1])
        {
            var changed = written.ToArray();
            changed[place] ^= 1;

            Assert.Throws<BackupRefusedException>(() => Read(changed));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Sealed - 1)]
    [InlineData(Sealed)]
    [InlineData(2 * Sealed)]
    [InlineData((2 * Sealed) + 50)]
    public void A_file_that_is_cut_off_is_found_even_between_two_chunks(int length)
    {
        var written = Written(RandomNumberGenerator.GetBytes((2 * EncryptingStream.ChunkLength) + 100));

        Assert.Throws<BackupRefusedException>(() => Read(written[..length]));
    }

    [Fact]
    public void Chunks_that_changed_places_or_come_twice_are_found()
    {
        var written = Written(RandomNumberGenerator.GetBytes((2 * EncryptingStream.ChunkLength) + 100));
        var (first, second, last) = (written[..Sealed], written[Sealed..(2 * Sealed)], written[(2 * Sealed)..]);

        Assert.Throws<BackupRefusedException>(() => Read([.. second, .. first, .. last]));
        Assert.Throws<BackupRefusedException>(() => Read([.. first, .. first, .. second, .. last]));
        Assert.Throws<BackupRefusedException>(() => Read([.. written, .. last]));
    }

    [Fact]
    public void Without_its_end_a_file_is_not_whole()
    {
        using var to = new MemoryStream();
        using (var writer = new EncryptingStream(to, Key))
        {
            writer.Write(new byte[EncryptingStream.ChunkLength + 1]);
        }

        Assert.Throws<BackupRefusedException>(() => Read(to.ToArray()));
    }

    private static byte[] Written(byte[] text)
    {
        using var to = new MemoryStream();
        using var writer = new EncryptingStream(to, Key);
        writer.Write(text);
        writer.Finish();
        return to.ToArray();
    }

    private static byte[] Read(byte[] written)
    {
        using var reader = new DecryptingStream(new MemoryStream(written), Key);
        using var text = new MemoryStream();
        reader.CopyTo(text);
        return text.ToArray();
    }
}
