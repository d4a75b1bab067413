using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Encryption;

/// <summary>密钥目录: with a master key nothing in it opens by itself.</summary>
public sealed class KeyFilesTests : IDisposable
{
    private readonly DataFolder _folder = DataFolder.Open(Directory.CreateTempSubdirectory("healthcode-keys-").FullName);

    public void Dispose() => Directory.Delete(_folder.Path, true);

    [Fact]
    public void Without_a_master_key_a_file_is_what_was_written()
    {
        new KeyFiles(_folder, MasterKey.None).Write("a.json", "secret"u8.ToArray());

        Assert.Equal("secret"u8.ToArray(), File.ReadAllBytes(PathOf("a.json")));
    }

    [Fact]
    public void With_one_it_opens_for_every_server_that_has_it_and_for_nobody_else()
    {
        var master = Master();
        new KeyFiles(_folder, master).Write("a.json", "secret"u8.ToArray());

        Assert.Equal("secret"u8.ToArray(), new KeyFiles(_folder, master).Read("a.json"));
        Assert.DoesNotContain("secret", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(PathOf("a.json"))), StringComparison.Ordinal);
        Assert.Contains("主密钥", Assert.Throws<CannotStartException>(() => new KeyFiles(_folder, Master()).Read("a.json")).Message, StringComparison.Ordinal);
        Assert.Throws<CannotStartException>(() => new KeyFiles(_folder, MasterKey.None).Read("a.json"));
    }

    [Fact]
    public void A_file_put_in_the_place_of_another_does_not_open()
    {
        var files = new KeyFiles(_folder, Master());
        files.Write("a.json", "secret"u8.ToArray());

        File.Copy(PathOf("a.json"), PathOf("b.json"));

        Assert.Throws<CannotStartException>(() => files.Read("b.json"));
    }

    [Fact]
    public void One_from_before_the_master_key_opens_and_is_sealed_when_it_is_written_next()
    {
        new KeyFiles(_folder, MasterKey.None).Write("a.json", "secret"u8.ToArray());
        var files = new KeyFiles(_folder, Master());

        files.Write("a.json", files.Read("a.json")!);

        Assert.Equal("HCK1"u8.ToArray(), File.ReadAllBytes(PathOf("a.json"))[..4]);
        Assert.Equal("secret"u8.ToArray(), files.Read("a.json"));
    }

    [Fact]
    public void Of_two_that_make_a_key_at_once_one_does()
    {
        var files = new KeyFiles(_folder, Master());

        // Often, because two rarely come between each other's look and step.
        var names = Enumerable.Range(100, 100).Select(round => $"{round}.key").ToList();
        foreach (var name in names)
        {
            var made = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(i => (Key: (byte)i, WasMade: files.TryCreate(name, [(byte)i]))).ToList();

            Assert.Equal([Assert.Single(made, each => each.WasMade).Key], files.Read(name)!);
        }

        Assert.Equal(names, files.Names());
    }

    [Fact]
    public void A_destroyed_file_has_nothing_of_before()
    {
        var files = new KeyFiles(_folder, MasterKey.None);
        files.Write("a.json", "secret"u8.ToArray());
        using var open = new FileStream(PathOf("a.json"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        files.Destroy("a.json", "other"u8.ToArray());

        // The bytes where the old file lay, read by who had it open.
        var bytes = new byte[6];
        open.ReadExactly(bytes);
        Assert.Equal(new byte[6], bytes);
        Assert.Equal("other"u8.ToArray(), files.Read("a.json"));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(0)]
    [InlineData(null)]
    public void A_master_key_that_is_none_is_refused(int? bytes)
    {
        var path = PathOf("master");
        if (bytes is { } length)
        {
            File.WriteAllBytes(path, new byte[length]);
        }

        Assert.Contains("32", Assert.Throws<CannotStartException>(() => MasterKey.From(path)).Message, StringComparison.Ordinal);
    }

    private MasterKey Master()
    {
        var path = Path.Combine(_folder.Path, Guid.NewGuid().ToString("n"));
        File.WriteAllBytes(path, System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        return MasterKey.From(path);
    }

    private string PathOf(string name) => Path.Combine(_folder.Keys, name);
}
