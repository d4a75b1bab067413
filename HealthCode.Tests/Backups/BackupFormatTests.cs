using System.Security.Cryptography;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;

namespace HealthCode.Tests.Backups;

/// <summary>备份文件: opens with its passphrase and with nothing else.</summary>
public sealed class BackupFormatTests : IDisposable
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(100_000);
    private readonly string _folder = BackupCase.NewFolder();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }
    }

    [Fact]
    public void The_passphrase_opens_it_and_the_parts_are_what_they_were()
    {
        var manifest = BackupFormat.Extract(new MemoryStream(Written()), header => header.ContentKey(BackupCase.RestorePassphrase), _folder);

        Assert.Equal(["healthcode.db", "keys/a/b.xml"], manifest.Parts.Select(part => part.Name));
        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(_folder, "healthcode.db")));
        Assert.Equal(Content, File.ReadAllBytes(Path.Combine(_folder, "keys", "a", "b.xml")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "healthcode.db")));
        }
    }

    [Theory]
    [InlineData("村口老枣树下有三口水井２０２０")]
    [InlineData("  村口老枣树下有三口水井2020 ")]
    public void Full_width_digits_and_spaces_around_are_the_same_passphrase(string typed) =>
        Assert.Equal(32, BackupHeader.Read(new MemoryStream(Written())).ContentKey(typed).Length);

    [Theory]
    [InlineData("村口老枣树下有三口水井2021")]
    [InlineData("")]
    public void Another_passphrase_does_not(string typed)
    {
        var refusal = Assert.Throws<BackupRefusedException>(() => BackupHeader.Read(new MemoryStream(Written())).ContentKey(typed));

        Assert.StartsWith("口令不对", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_of_the_header_is_found_too()
    {
        var written = Written();
        var header = BackupHeader.Read(new MemoryStream(written)).ToBytes().Length;
        var keys = BackupHeader.Read(new MemoryStream(written)).ContentKey(BackupCase.RestorePassphrase);
        for (var place = 0; place < header; place++)
        {
            var changed = written.ToArray();
            changed[place] ^= 1;

            Assert.Throws<BackupRefusedException>(() => BackupFormat.Extract(new MemoryStream(changed), _ => keys, _folder));
        }
    }

    [Fact]
    public void A_file_of_another_kind_or_of_a_later_version_is_named()
    {
        var later = Written();
        later[8] = 2;

        Assert.Contains("不是本系统的备份", Assert.Throws<BackupRefusedException>(() => BackupHeader.Read(new MemoryStream("PK 这是别的文件"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Contains("不是本系统的备份", Assert.Throws<BackupRefusedException>(() => BackupHeader.Read(new MemoryStream())).Message, StringComparison.Ordinal);
        Assert.Contains("更新的版本", Assert.Throws<BackupRefusedException>(() => BackupHeader.Read(new MemoryStream(later))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_not_what_the_manifest_says_is_found() =>
        Assert.Throws<BackupRefusedException>(() => BackupFormat.Extract(
            new MemoryStream(Written(part => part with { Sha256 = new string('0', 64) })), header => header.ContentKey(BackupCase.RestorePassphrase), _folder));

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("keys/../../outside")]
    [InlineData("keys//outside")]
    [InlineData("logs/outside")]
    public void Nothing_is_written_outside_the_folder(string name) =>
        Assert.Throws<BackupRefusedException>(() => BackupFormat.Extract(
            new MemoryStream(Written(part => part with { Name = name })), header => header.ContentKey(BackupCase.RestorePassphrase), _folder));

    private static byte[] Written(Func<ManifestPart, ManifestPart>? otherwise = null)
    {
        List<ManifestPart> parts = [new("healthcode.db", Content.Length, Hash), new("keys/a/b.xml", Content.Length, Hash)];
        using var file = new MemoryStream();
        BackupFormat.Write(file, BackupCase.KeyPair, new("1", "", LawfulCase.Now, [], new Dictionary<string, long>(), [.. parts.Select(part => otherwise?.Invoke(part) ?? part)]), _ => new MemoryStream(Content));
        return file.ToArray();
    }

    private static string Hash => Convert.ToHexString(SHA256.HashData(Content));
}
