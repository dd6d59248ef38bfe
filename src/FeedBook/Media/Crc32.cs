using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FeedBook.Media;

/// <summary>
/// The checksum of zip and of PNG (ISO 3309, polynomial 0xEDB88320), 64 bytes at a step where the processor multiplies without carry, else
/// eight. The framework keeps its own to itself.
/// </summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of bytes that follow others.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="before">The checksum of what came before; 0 at the start.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        uint state = ~before;
        if (Pclmulqdq.IsSupported && bytes.Length >= 64)
        {
            int whole = bytes.Length & ~63;
            state = Fold(bytes[..whole], state);
            bytes = bytes[whole..];
        }

        return ~Step(bytes, state);
    }

    /// <summary>The checksum of a part of a source; of what there is of it, where it ends early.</summary>
    public static uint Of(ByteSource source, long position, long count)
    {
        uint crc = 0;
        while (count > 0 && source.Run(position) is { IsEmpty: false } run)
        {
            run = run[..(int)Math.Min(run.Length, count)];
            crc = Of(run, crc);
            position += run.Length;
            count -= run.Length;
        }

        return crc;
    }

    // V. Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009), for bytes whose lowest bit
    // comes first: four remainders of 128 bits side by side, folded into one; what that one leaves is left to the tables.
    private static uint Fold(ReadOnlySpan<byte> bytes, uint state)
    {
        var by512 = Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);
        var by128 = Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        Vector128<ulong> a = blocks[0] ^ Vector128.CreateScalar((ulong)state), b = blocks[1], c = blocks[2], d = blocks[3];
        for (blocks = blocks[4..]; blocks.Length >= 4; blocks = blocks[4..])
        {
            a = Onto(a, by512, blocks[0]);
            b = Onto(b, by512, blocks[1]);
            c = Onto(c, by512, blocks[2]);
            d = Onto(d, by512, blocks[3]);
        }

        Span<byte> rest = stackalloc byte[16];
        Onto(Onto(Onto(a, by128, b), by128, c), by128, d).AsByte().CopyTo(rest);
        return Step(rest, 0);
    }

    private static Vector128<ulong> Onto(Vector128<ulong> folded, Vector128<ulong> by, Vector128<ulong> next) =>
        Pclmulqdq.CarrylessMultiply(folded, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(folded, by, 0x11) ^ next;

    private static uint Step(ReadOnlySpan<byte> bytes, uint crc)
    {
        uint[] t0 = Tables[0], t1 = Tables[1], t2 = Tables[2], t3 = Tables[3], t4 = Tables[4], t5 = Tables[5], t6 = Tables[6],
            t7 = Tables[7];
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[low & 0xFF] ^ t6[(low >> 8) & 0xFF] ^ t5[(low >> 16) & 0xFF] ^ t4[low >> 24]
                ^ t3[high & 0xFF] ^ t2[(high >> 8) & 0xFF] ^ t1[(high >> 16) & 0xFF] ^ t0[high >> 24];
            bytes = bytes[8..];
        }

        foreach (byte each in bytes)
        {
            crc = t0[(crc ^ each) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (int table = 0; table < 8; table++)
        {
            tables[table] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint value = table == 0 ? i : tables[table - 1][i];
                for (int bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
                }

                tables[table][i] = value;
            }
        }

        return tables;
    }
}
