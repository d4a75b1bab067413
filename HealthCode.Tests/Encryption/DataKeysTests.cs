using System.Globalization;
using System.Text;
using HealthCode.Tests.Support;
using HealthCode.Web.Encryption;

namespace HealthCode.Tests.Encryption;

/// <summary>数据密钥: what is closed opens where it was closed, whole, or not at all.</summary>
public sealed class DataKeysTests
{
    private const string Place = "Passes.ResidenceAddress";
    private const string Address = "宁夏回族自治区银川市兴庆区样例街道样例村3组8号";

    private readonly DataKeys _keys = DataKeys.Of(DataKeySet.Make(LawfulCase.Today, 32));

    [Theory]
    [InlineData(Address)]
    [InlineData("")]
    [InlineData("𠮷\u0001\n")]
    public void What_is_closed_comes_back_word_for_word_and_never_looks_the_same_twice(string text)
    {
        var value = _keys.Encrypt(text, Place);

        Assert.Equal(text, _keys.Decrypt(value, Place));
        Assert.NotEqual(value, _keys.Encrypt(text, Place));
        Assert.True(DataKeys.IsEncrypted(value));
    }

    [Fact]
    public void Whichever_bit_is_changed_it_does_not_open()
    {
        var value = _keys.Encrypt(Address, Place);
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            var changed = (byte[])value.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Throws<DecryptionFailedException>(() => _keys.Decrypt(changed, Place));
        }
    }

    [Fact]
    public void Cut_short_it_does_not_open()
    {
        var value = _keys.Encrypt(Address, Place);
        for (var length = 1; length < value.Length; length++)
        {
            Assert.Throws<DecryptionFailedException>(() => _keys.Decrypt(value[..length], Place));
        }
    }

    [Fact]
    public void In_another_column_it_does_not_open()
    {
        var broken = Assert.Throws<DecryptionFailedException>(() => _keys.Decrypt(_keys.Encrypt(Address, Place), "Passes.CollectedBy"));

        Assert.Equal("Passes.CollectedBy", broken.Place);
        Assert.DoesNotContain(Address, broken.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"Name\":\"马德山\"}")]
    [InlineData(Address)]
    [InlineData("")]
    public void What_somebody_has_put_there_in_clear_is_not_believed(string text) =>
        Assert.Throws<DecryptionFailedException>(() => _keys.Decrypt(Encoding.UTF8.GetBytes(text), Place));

    [Fact]
    public void After_a_new_key_the_old_one_still_opens_and_no_longer_closes()
    {
        var value = _keys.Encrypt(Address, Place);
        Assert.True(_keys.IsCurrent(value));

        var renewed = _keys.Become(_keys.Set.Renewed(LawfulCase.Today, 32));

        Assert.False(renewed.IsCurrent(value));
        Assert.Equal(Address, renewed.Decrypt(value, Place));
        Assert.True(renewed.IsCurrent(renewed.Encrypt(Address, Place)));
        // The file has it no more; a report that is being read still has it.
        var alone = renewed.Become(renewed.Set.WithoutOld());
        Assert.Single(alone.Set.Keys);
        Assert.Equal(Address, alone.Decrypt(value, Place));
    }

    [Fact]
    public void Two_servers_over_copies_of_one_folder_share_their_keys_until_one_changes_them()
    {
        var other = DataKeys.Of(_keys.Set);
        Assert.Same(_keys, other);

        var changed = other.Become(other.Set.Renewed(LawfulCase.Today, 32));

        Assert.NotSame(_keys, changed);
        Assert.Single(_keys.Set.Keys);
        Assert.Equal(2, changed.Set.Keys.Count);
    }

    [Fact]
    public void A_text_without_its_kind_is_refused_rather_than_stored_as_it_is() =>
        Assert.All(["马德山", "name 马德山", "5组", "card 6401041234567"], text => Assert.Throws<ArgumentException>(() => _keys.Hash(text)));

    [Fact]
    public void A_mark_is_the_same_for_the_same_number_its_own_mark_and_another_in_another_office()
    {
        const string Person = "18:" + PaperForm.Number;
        var mark = _keys.Hash(Person);

        Assert.Equal(mark, _keys.Hash(Person));
        Assert.Equal(mark, _keys.Hash(mark));
        Assert.DoesNotContain("0010", mark, StringComparison.Ordinal);
        Assert.NotEqual(mark, _keys.Hash("18:640104200002291232"));
        Assert.NotEqual(mark, DataKeys.Of(DataKeySet.Make(LawfulCase.Today, 32)).Hash(Person));
        Assert.Equal(mark, _keys.Become(_keys.Set.Renewed(LawfulCase.Today, 32)).Hash(Person));
    }

    [Fact]
    public void The_test_vector_of_the_format_comes_out()
    {
        var vectors = FormatFile.Vectors("HealthCode.Web", "Encryption");
        var keys = DataKeys.Alone(new(
            Guid.Empty, [new(uint.Parse(vectors["key number"], CultureInfo.InvariantCulture), LawfulCase.Today, Convert.FromHexString(vectors["key"]))], Convert.FromHexString(vectors["look-up key"])));

        Assert.Equal(vectors["text"], keys.Decrypt(Convert.FromHexString(vectors["value"]), vectors["place"]));
        Assert.Equal(vectors["hash"], keys.Hash(vectors["person"]));
    }
}
