using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;

namespace HealthCode.Tests.Support;

/// <summary>The key pair of the test vectors in Passes/FORMAT.md. Its private key is public, so only tests may use it.</summary>
public static class PublishedVector
{
    public const string PrivateKey =
        "308187020100301306072A8648CE3D020106082A8648CE3D030107046D306B020101042033F852FB74707A2248C43EB53DCC8013E96623B19EB9641D"
        + "6F06107788FBA534A14403420004D7A991CE293B25C5EE96AD7BB3A805DC0833FCD34FCC25B3811B18929B00B5F62D27AAFF53B92BFD636FED10DD25"
        + "78E455B7F137665831C6FFEC5579FB0C63BD";

    public const string PublicKey =
        "3059301306072A8648CE3D020106082A8648CE3D03010703420004D7A991CE293B25C5EE96AD7BB3A805DC0833FCD34FCC25B3811B18929B00B5F62D"
        + "27AAFF53B92BFD636FED10DD2578E455B7F137665831C6FFEC5579FB0C63BD";

    public const string DocumentTagKey = "101112131415161718191A1B1C1D1E1F";

    public const string OfficeName = "兴庆区样例街道样例村民委员会";

    public const int KeyNumber = 3;

    public static readonly DateOnly FirstDay = new(2020, 3, 1);

    public static readonly DateOnly LastDay = new(2020, 12, 31);

    public static byte[] DocumentTagKeyBytes => Convert.FromHexString(DocumentTagKey);

    public static TrustedKey Trusted(DateOnly? lastDay = null) =>
        new(LawfulCase.Code, OfficeName, KeyNumber, Convert.FromHexString(PublicKey), DocumentTagKeyBytes, FirstDay, lastDay ?? LastDay);

    public static IssuingKey Key() => IssuingKey.Restore(Convert.FromHexString(PrivateKey), Trusted());

    /// <summary>The content of the code of the n-th card, issued to the person of <see cref="LawfulCase"/>.</summary>
    public static PassToken Token(int sequence = 123, DateOnly? firstDay = null, string office = LawfulCase.Code, int keyNumber = KeyNumber)
    {
        var (number, first) = (PassNumber.Of(DivisionCode.Parse(office), sequence), firstDay ?? LawfulCase.Today);
        return new(keyNumber, number, new(first, first.AddDays(14)), DocumentTag.Of(DocumentTagKeyBytes, number, LawfulCase.Applicant));
    }
}
