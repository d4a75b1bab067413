using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Encryption;

/// <summary>密钥盒: a file that is there before anything is closed with it.</summary>
public sealed class DataKeyStoreTests : IDisposable
{
    private const string Place = "Passes.ResidenceAddress";
    private readonly DataFolder _folder = DataFolder.Open(Directory.CreateTempSubdirectory("healthcode-box-").FullName);
    private readonly ManualTimeProvider _clock = new(LawfulCase.Now);

    private string Path => System.IO.Path.Combine(_folder.Keys, DataKeyStore.FileName);

    public void Dispose() => Directory.Delete(_folder.Path, true);

    [Fact]
    public void New_keys_are_written_down_for_the_office_alone_and_found_again()
    {
        using var dataKeys = Open();
        Assert.False(dataKeys.IsKept);
        dataKeys.Keep();
        var value = dataKeys.Keys.Encrypt("马德山", Place);

        using var again = Open();

        Assert.True(again.IsKept);
        Assert.Equal("马德山", again.Keys.Decrypt(value, Place));
        Assert.Equal([Path], Directory.GetFiles(_folder.Keys));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }
    }

    [Fact]
    public void A_new_key_and_the_end_of_the_old_one_are_in_the_file_at_once()
    {
        using var dataKeys = Open();
        dataKeys.Keep();
        var first = Assert.Single(dataKeys.Keys.Set.Keys);
        _clock.SetTo(LawfulCase.Now.AddYears(1));

        dataKeys.Add();

        Assert.Equal([first.MadeOn, LawfulCase.Today.AddYears(1)], Read().Select(key => key.MadeOn));
        dataKeys.DropOld();
        Assert.Equal(dataKeys.Keys.Set.Current.Number, Assert.Single(Read()).Number);
        Assert.DoesNotContain(Convert.ToBase64String(first.Secret), File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_closed_before_the_keys_were_destroyed_is_never_opened_again()
    {
        using var dataKeys = Open();
        dataKeys.Keep();
        var (past, value, mark) = (dataKeys.Keys.Set, dataKeys.Keys.Encrypt("马德山", Place), dataKeys.Keys.Hash("18:1"));

        dataKeys.DestroyAll();

        Assert.Throws<DecryptionFailedException>(() => dataKeys.Keys.Decrypt(value, Place));
        Assert.NotEqual(mark, dataKeys.Keys.Hash("18:1"));
        Assert.All(past.Keys, key => Assert.All(key.Secret, each => Assert.Equal(0, each)));
        Assert.Equal("丁新人", dataKeys.Keys.Decrypt(dataKeys.Keys.Encrypt("丁新人", Place), Place));
        using var again = Open();
        Assert.Equal(dataKeys.Keys.Set.Ring, again.Keys.Set.Ring);
        Assert.Equal([Path], Directory.GetFiles(_folder.Keys));
    }

    [Fact]
    public void A_power_cut_between_the_old_keys_and_the_new_leaves_none()
    {
        using (var dataKeys = Open())
        {
            dataKeys.Keep();
        }

        File.WriteAllBytes(Path, new byte[200]);

        using var after = Open();
        Assert.False(after.IsKept);
    }

    [Fact]
    public void A_spoilt_file_is_said_and_never_replaced()
    {
        File.WriteAllText(Path, "{ \"Ring\": ");

        var reason = Assert.Throws<CannotStartException>(() => { using var dataKeys = Open(); });

        Assert.Contains("数据密钥文件", reason.Message, StringComparison.Ordinal);
        Assert.Equal("{ \"Ring\": ", File.ReadAllText(Path));
    }

    private DataKeyStore Open() => new(_folder, new(_folder, MasterKey.None), new(_clock));

    private IReadOnlyList<DataKey> Read()
    {
        using var read = Open();
        return read.Keys.Set.Keys;
    }
}
