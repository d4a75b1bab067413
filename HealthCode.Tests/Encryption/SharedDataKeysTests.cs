using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Encryption;

/// <summary>Data keys that several servers have in common: what one changes the others take over before they save.</summary>
public sealed class SharedDataKeysTests : IDisposable
{
    private const string Place = "Passes.ResidenceAddress";
    private readonly string _shared = Directory.CreateTempSubdirectory("healthcode-shared-").FullName;
    private readonly List<string> _own = [];
    private readonly ManualTimeProvider _clock = new(LawfulCase.Now);

    public void Dispose() => _own.Append(_shared).ToList().ForEach(folder => Directory.Delete(folder, true));

    [Fact]
    public void Of_two_first_starts_the_keys_of_the_first_stay()
    {
        using var one = Server();
        using var other = Server();
        one.Keep();

        other.Keep();

        Assert.Equal("马德山", other.Keys.Decrypt(one.Keys.Encrypt("马德山", Place), Place));
    }

    [Fact]
    public void A_key_that_one_has_added_encrypts_at_the_other_from_the_next_save_on()
    {
        using var one = Server();
        one.Keep();
        using var other = Server();
        one.Add();

        Assert.True(other.Refresh());

        Assert.True(one.Keys.IsCurrent(other.Keys.Encrypt("马德山", Place)));
        Assert.False(other.Refresh());
    }

    [Fact]
    public void What_one_has_written_with_a_new_key_the_other_reads_at_once()
    {
        using var one = Server();
        one.Keep();
        using var other = Server();
        var before = one.Keys.Encrypt("以前", Place);
        one.Add();

        Assert.Equal("以后", other.Keys.Decrypt(one.Keys.Encrypt("以后", Place), Place));
        Assert.Equal("以前", other.Keys.Decrypt(before, Place));
    }

    [Fact]
    public void Destroyed_by_one_they_open_nothing_at_the_other_after_its_next_look()
    {
        using var one = Server();
        one.Keep();
        using var other = Server();
        var value = other.Keys.Encrypt("马德山", Place);
        one.DestroyAll();

        other.Refresh();

        Assert.Throws<DecryptionFailedException>(() => other.Keys.Decrypt(value, Place));
    }

    /// <summary>A server in a process of its own: tests in one process would share the keys themselves.</summary>
    private DataKeyStore Server()
    {
        var own = Directory.CreateTempSubdirectory("healthcode-own-").FullName;
        _own.Add(own);
        var folder = DataFolder.Open(own, _shared);
        return new(folder, new(folder, MasterKey.None), new(_clock));
    }
}
