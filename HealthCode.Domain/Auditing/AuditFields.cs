using System.Buffers.Binary;
using System.Text;

namespace HealthCode.Domain.Auditing;

/// <summary>Serialises strings for hashing; each is prefixed with its length, so that different lists never give the same bytes.</summary>
internal static class AuditFields
{
    /// <summary>Joins the fields as UTF-8 with a 4-byte big-endian length prefix; null is encoded as length -1, distinct from empty.</summary>
    public static byte[] Join(params ReadOnlySpan<string?> fields)
    {
        var length = 0;
        foreach (var field in fields)
        {
            length += sizeof(int) + Encoding.UTF8.GetByteCount(field ?? "");
        }

        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        foreach (var field in fields)
        {
            var written = Encoding.UTF8.GetBytes(field ?? "", rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, field is null ? -1 : written);
            rest = rest[(sizeof(int) + written)..];
        }

        return bytes;
    }
}
